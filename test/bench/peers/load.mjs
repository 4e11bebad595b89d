/**
 * Imports a package that is installed in this folder only. Its name is a plain string, since the project's own checks of
 * imports run where these packages are not installed.
 */
export const load = (name) => import(name);

/** Where a person writes from: `channel` telegram, terminal ...; `account` the bot's own account there; `user` their key there. */
export type Contact = { channel: string; account: string; user: string };

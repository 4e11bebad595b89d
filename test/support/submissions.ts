import type { Form } from "../../src/engine/session.ts";
import type { Call } from "./walk.ts";

/** Fields that no registration can lack. */
const needed = (
  "identity nik nama tanggal_lahir jenis_kelamin hp alamat wilayah pekerjaan tempat_kerja jam_kerja penghasilan " +
  "program bulan bulan_pertama iuran_total cabang"
).split(" ");

/** Watches what a walk hands in: once a form, whole, and only what the person has read and agreed to. */
export class Submissions {
  /** Key of the submission by form. */
  private readonly keys = new Map<string, string>();
  /** What the last review of a form showed; forms whose consent was shown. */
  private readonly shown = new Map<string, string>();
  private readonly consentShown = new Set<string>();

  /** What is wrong with what a call shows and hands in. */
  see({ response }: Call): string[] {
    const problems = response.effects.flatMap(({ kind, key, payload }) => {
      const id = key.slice(0, key.indexOf("."));
      const form = response.session.forms.find((one) => one.id === id);
      if (!form) return [`${kind} for a form that is no more`];
      if (kind === "consent.record")
        return this.consentShown.has(id) ? [] : ["consent was recorded before it was shown"];
      return kind === "registration.submit" ? this.submitted(form, key, payload) : [];
    });
    this.remember(response);
    return problems;
  }

  private submitted(form: Form, key: string, payload: object): string[] {
    const lacks = needed.filter((field) => !(field in payload));
    const before = this.keys.get(form.id);
    this.keys.set(form.id, key);
    return [
      ...lacks.map((field) => `a registration without ${field}`),
      ...(before !== undefined && before !== key ? [`submitted as ${before} and as ${key}`] : []),
      ...(this.shown.get(form.id) === answersIn(form) ? [] : ["submitted, but not read back"]),
    ];
  }

  private remember({ replies, session }: Call["response"]): void {
    const { asked } = session;
    const form = session.forms.find(({ id }) => id === asked?.form);
    if (!asked || !form) return;
    const keys = replies.flatMap((reply) => reply.keys);
    if (keys.includes(`${form.flow}.setuju`) || keys.includes(`${form.flow}.wakil`))
      this.consentShown.add(form.id);
    if (keys.includes(`${form.flow}.ringkasan`)) this.shown.set(form.id, answersIn(form));
  }
}

/** What a review shows, as one word: every registration has these, by the name of their step. */
const answersIn = ({ marks }: Form): string =>
  needed.map((name) => `${name}=${marks[name]?.v}`).join(";");

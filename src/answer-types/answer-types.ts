import type { AnswerType } from "./answer-type.ts";
import { birthDate } from "./birth-date.ts";
import { choice } from "./choice.ts";
import { choices } from "./choices.ts";
import { draftCode } from "./draft-code.ts";
import { email } from "./email.ts";
import { file } from "./file.ts";
import { months } from "./months.ts";
import { nib } from "./nib.ts";
import { nik } from "./nik.ts";
import { npwp } from "./npwp.ts";
import { number } from "./number.ts";
import { occupation } from "./occupation.ts";
import { pastDate } from "./past-date.ts";
import { personName } from "./person-name.ts";
import { phone } from "./phone.ts";
import { region } from "./region.ts";
import { registrationNumber } from "./registration-number.ts";
import { rupiahPerMonth } from "./rupiah-per-month.ts";
import { text } from "./text.ts";
import { yesNo } from "./yes-no.ts";

/** The kinds of answer a flow can ask for. */
export type TypeName =
  | "yes-no"
  | "rupiah-per-month"
  | "birth-date"
  | "past-date"
  | "phone"
  | "nik"
  | "nib"
  | "npwp"
  | "person-name"
  | "email"
  | "occupation"
  | "months"
  | "choice"
  | "choices"
  | "number"
  | "text"
  | "region"
  | "registration-number"
  | "file"
  | "draft-code";

/** Every answer type by its name in flow files. */
export const answerTypes: Readonly<Record<TypeName, AnswerType>> = {
  "yes-no": yesNo,
  "rupiah-per-month": rupiahPerMonth,
  "birth-date": birthDate,
  "past-date": pastDate,
  phone,
  nik,
  nib,
  npwp,
  "person-name": personName,
  email,
  occupation,
  months,
  choice,
  choices,
  number,
  text,
  region,
  "registration-number": registrationNumber,
  file,
  "draft-code": draftCode,
};

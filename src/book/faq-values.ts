import { closedCaseDays } from "../cases/closed-case.ts";
import type { BookValue } from "../flow/book.ts";
import { gapDays } from "../flow/faq-answer.ts";
import { joiningAgeEnds } from "../rules/eligibility.ts";
import { type ServiceCode, serviceNumber } from "../rules/service-rules.ts";
import { faqBenefitValues, hoursInWords } from "./faq-benefit-values.ts";
import { faqContributionValues } from "./faq-contribution-values.ts";
import { faqEmployerValues } from "./faq-employer-values.ts";
import { money, number, words } from "./faq-value.ts";

/** Days after which a draft that nobody touched is forgotten: the engine's limit, which a test compares. */
export const draftDays = 30;

const service = (code: ServiceCode): BookValue => number((on) => serviceNumber(code, on));
const hours = (code: ServiceCode): BookValue =>
  words((on) => hoursInWords(serviceNumber(code, on)));

const serviceValues: Record<string, BookValue> = {
  usia_batas_daftar: number(() => joiningAgeEnds),
  pekerjaan_terbanyak: service("most_occupations"),
  daftar_agen_jam: hours("joining_hours"),
  non_asn_hari: service("agency_working_days"),
  penjara_tahun: service("withheld_prison_years"),
  denda_pidana: money((on) => serviceNumber("withheld_fine", on)),
  data_jam: hours("data_request_hours"),
  jkp_lamaran: service("jkp_applications"),
  jkp_wawancara: service("jkp_interviews"),
  jkp_tunggak: service("jkp_arrears_months"),
  draf_hari: number(() => draftDays),
  percakapan_hari: number(() => closedCaseDays),
  tanya_hari: number(() => gapDays),
};

/** Everything that FAQ texts name: amounts, shares and limits of the day. A value undefined on a day withholds its topics. */
export const faqValues: Record<string, BookValue> = {
  ...faqContributionValues,
  ...faqEmployerValues,
  ...faqBenefitValues,
  ...serviceValues,
};

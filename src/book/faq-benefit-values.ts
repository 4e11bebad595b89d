import type { BookValue } from "../flow/book.ts";
import { maybeAmount, maybeLimit } from "../rules/benefit-case.ts";
import {
  type AmountCode,
  benefitRules,
  type LimitCode,
  scholarshipLevels,
} from "../rules/benefit-rules.ts";
import { roundedShare } from "../rules/rounded-share.ts";
import { lowestBase } from "./faq-contribution-values.ts";
import { money, number, percent, sumOf, words } from "./faq-value.ts";

const fixed = (code: AmountCode, on: string): number | undefined => {
  const rule = maybeAmount(benefitRules, code, on)?.rule;
  return rule?.kind === "fixed" || rule?.kind === "yearly" ? rule.rupiah : undefined;
};

const shareOf = (code: AmountCode, on: string): number | undefined => {
  const rule = maybeAmount(benefitRules, code, on)?.rule;
  return rule?.kind === "share" || rule?.kind === "share_of_balance" ? rule.basisPoints : undefined;
};

const limitOn = (code: LimitCode, on: string): number | undefined =>
  maybeLimit(benefitRules, code, on)?.value;

const amount = (code: AmountCode): BookValue => money((on) => fixed(code, on));
const limit = (code: LimitCode): BookValue => number((on) => limitOn(code, on));
const share = (code: AmountCode): BookValue => percent((on) => shareOf(code, on));

/** How many times the base: 480,000 basis points are 48 times. */
const times = (code: AmountCode): BookValue =>
  number((on) => {
    const basisPoints = shareOf(code, on);
    return basisPoints && basisPoints / 10_000;
  });

/** Years of a limit that the rules keep in months. */
const years = (code: LimitCode): BookValue =>
  number((on) => {
    const months = limitOn(code, on);
    return months && months / 12;
  });

/** A share of the lowest base, in whole rupiah. */
const ofLowestBase = (code: AmountCode, on: string): number | undefined => {
  const base = lowestBase(on);
  const basisPoints = shareOf(code, on);
  return base && basisPoints && roundedShare(base, basisPoints, 10_000);
};

/** The last day and the successor of a limit that changes with the years. */
const limitEntry = (code: LimitCode, on: string) => maybeLimit(benefitRules, code, on);
const limitAfter = (code: LimitCode, on: string) => {
  const until = limitEntry(code, on)?.until;
  return benefitRules.limits.find((one) => one.code === code && until && one.from > until);
};

const school = scholarshipLevels.flatMap((level): [string, BookValue][] => {
  const code = `scholarship_${level}` as const;
  return [
    [`beasiswa_${level}`, amount(code)],
    [`beasiswa_${level}_tahun`, number((on) => yearsOf(code, on))],
  ];
});

function yearsOf(code: AmountCode, on: string): number | undefined {
  const rule = maybeAmount(benefitRules, code, on)?.rule;
  return rule?.kind === "yearly" ? rule.years : undefined;
}

/** All years of school of as many children as may have a scholarship. */
function allSchooling(on: string): number | undefined {
  const children = limitOn("scholarship_children", on);
  const worth = scholarshipLevels.map((level) => {
    const code = `scholarship_${level}` as const;
    const rupiah = fixed(code, on);
    return rupiah && rupiah * (yearsOf(code, on) ?? 0);
  });
  const one = sumOf(...worth);
  return children && one && children * one;
}

/** Hours as reports are counted: 48 -> "2x24 jam". */
export const hoursInWords = (hours: number | undefined): string | undefined =>
  hours === undefined || hours % 24 !== 0 ? undefined : `${hours / 24}x24 jam`;

const accident: Record<string, BookValue> = {
  angkut_darat: amount("transport_land"),
  angkut_laut: amount("transport_sea"),
  angkut_udara: amount("transport_air"),
  homecare: amount("homecare"),
  stmb_bulan: limit("stmb_full_months"),
  stmb_persen: share("stmb_first_year"),
  stmb_lanjut_persen: share("stmb_later"),
  stmb_contoh: money((on) => ofLowestBase("stmb_first_year", on)),
  stmb_contoh_lanjut: number((on) => ofLowestBase("stmb_later", on)),
  alat_gigi: amount("dentures"),
  alat_dengar: amount("hearing_aid"),
  alat_kacamata: amount("glasses"),
  cacat_kali: times("disability_partial"),
  cacat_total_kali: times("disability_total"),
  cacat_total_contoh: money((on) => ofLowestBase("disability_total", on)),
  cacat_berkala: amount("disability_periodic"),
  kerja_kali: times("work_death"),
  kerja_berkala: amount("work_death_periodic"),
  kerja_pemakaman: amount("work_death_funeral"),
  kerja_tambahan: money((on) =>
    sumOf(fixed("work_death_periodic", on), fixed("work_death_funeral", on)),
  ),
  kerja_total: money((on) =>
    sumOf(
      ofLowestBase("work_death", on),
      fixed("work_death_periodic", on),
      fixed("work_death_funeral", on),
    ),
  ),
  lapor_jkk: words((on) => hoursInWords(limitOn("report_hours", on))),
  jkk_tahun: limit("jkk_claim_years"),
  jkk_hari: limit("jkk_working_days"),
  pak_tahun: limit("disease_years"),
};

const death: Record<string, BookValue> = {
  jkm_santunan: amount("death"),
  jkm_berkala: amount("death_periodic"),
  jkm_pemakaman: amount("death_funeral"),
  jkm_total: money((on) =>
    sumOf(fixed("death", on), fixed("death_periodic", on), fixed("death_funeral", on)),
  ),
  jkm_bulan: limit("jkm_consecutive_months"),
  jkm_hari: limit("jkm_working_days"),
  jkm_tahun: limit("jkm_claim_years"),
  ...Object.fromEntries(school),
  beasiswa_anak: limit("scholarship_children"),
  beasiswa_total: money(allSchooling),
  beasiswa_usia: limit("scholarship_age"),
  beasiswa_tahun: years("scholarship_months"),
  beasiswa_mundur: limit("scholarship_back_years"),
};

const savings: Record<string, BookValue> = {
  jht_usia: limit("jht_age"),
  jht_tunggu: limit("jht_wait_months"),
  jht_hari: limit("jht_working_days"),
  jht_jmo: money((on) => limitOn("jht_app_balance", on)),
  /** The balance above which a tax number is asked for is the one from which tax is due. */
  jht_npwp: money((on) => limitOn("jht_untaxed_balance", on)),
  jht_sebagian_tahun: years("jht_partial_months"),
  jht_pensiun_persen: share("jht_pension_preparation"),
  jht_rumah_persen: share("jht_housing"),
  mlt_rumah: amount("loan_house"),
  mlt_muka: amount("loan_down_payment"),
  mlt_renovasi: amount("loan_renovation"),
  mlt_tahun: years("loan_months"),
};

const pension: Record<string, BookValue> = {
  jp_tahun: years("jp_months"),
  jp_hari: limit("jp_working_days"),
  jp_usia: limit("jp_age"),
  jp_usia_sampai: words((on) => limitEntry("jp_age", on)?.until?.slice(0, 4)),
  jp_usia_lanjut: number((on) => limitAfter("jp_age", on)?.value),
  jp_usia_lanjut_mulai: words((on) => limitAfter("jp_age", on)?.from.slice(0, 4)),
  jp_terendah: number((on) => fixed("jp_lowest", on)),
  jp_tertinggi: number((on) => fixed("jp_highest", on)),
};

const jobLoss: Record<string, BookValue> = {
  jkp_persen: share("jkp_cash"),
  jkp_upah: money((on) => limitOn("jkp_wage_ceiling", on)),
  jkp_sebulan: money((on) => {
    const ceiling = limitOn("jkp_wage_ceiling", on);
    const basisPoints = shareOf("jkp_cash", on);
    return ceiling && basisPoints && roundedShare(ceiling, basisPoints, 10_000);
  }),
  jkp_bulan: limit("jkp_months"),
  jkp_iuran: limit("jkp_paid_months"),
  jkp_jendela: limit("jkp_window_months"),
  jkp_klaim: limit("jkp_claim_months"),
  jkp_usia: limit("jkp_entry_age"),
  jkp_kali: limit("jkp_times"),
  jkp_jeda: limit("jkp_years_between"),
};

/** Values of FAQ texts on benefits, by the rules of the day; examples are of the lowest base. */
export const faqBenefitValues: Record<string, BookValue> = {
  ...accident,
  ...death,
  ...savings,
  ...pension,
  ...jobLoss,
};

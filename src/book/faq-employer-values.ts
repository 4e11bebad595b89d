import type { BookValue } from "../flow/book.ts";
import { addMonths } from "../lib/months.ts";
import { listInWords } from "../locale/words.ts";
import { type BusinessSize, businessRules } from "../rules/business-rules.ts";
import { inForce } from "../rules/dated.ts";
import { type PmiVia, pmiRates } from "../rules/pmi-rates.ts";
import { type PuProgramme, puRates, type RiskGroup, riskGroups } from "../rules/pu-rates.ts";
import { programmesOf, usahaQuote } from "../rules/usaha-quote.ts";
import { money, number, percent, sumOf, words } from "./faq-value.ts";

const month = (on: string): string => on.slice(0, 7);

const rateOf = (programme: PuProgramme, group: RiskGroup | null, on: string) =>
  inForce(
    puRates.rates.filter((one) => one.programme === programme && one.group === group),
    month(on),
  );

/** The least (sign 1) or greatest (sign -1) share that JKK costs among the risk groups. */
const jkkEnd = (sign: 1 | -1): BookValue =>
  percent((on) => {
    const shares = riskGroups.map((group) => rateOf("jkk", group, on)?.employer);
    if (shares.includes(undefined)) return undefined;
    return shares.map(Number).sort((a, b) => sign * (a - b))[0];
  });

const share = (programme: PuProgramme, side: "employer" | "worker"): BookValue =>
  percent((on) => rateOf(programme, null, on)?.[side]);

/** The example of a shop whose worker earns this a month, in rupiah. */
const exampleWage = 2_500_000;

const compulsory = (size: BusinessSize): BookValue =>
  words((on, language) => {
    const programmes = programmesOf(size, month(on))?.compulsory;
    return (
      programmes &&
      listInWords(
        programmes.map((one) => one.toUpperCase()),
        language,
      )
    );
  });

const sizeUpTo = (size: BusinessSize, by: "capitalUpTo" | "salesUpTo"): BookValue =>
  money(
    (on) =>
      inForce(
        businessRules.sizes.filter((one) => one.size === size),
        month(on),
      )?.[by] ?? undefined,
  );

/** Lengths of contracts that migrant workers' contributions are set for. */
const contracts = [6, 12, 24] as const;
type Contract = (typeof contracts)[number];

const migrant = (via: PmiVia, contractMonths: Contract): BookValue =>
  number((on) => {
    const found = inForce(
      pmiRates.packages.filter((one) => one.via === via && one.contractMonths === contractMonths),
      month(on),
    );
    return sumOf(found?.before, found?.during);
  });

/** Values of FAQ texts on contributions of employers, sizes of businesses and migrant workers, by the rules of the day. */
export const faqEmployerValues: Record<string, BookValue> = {
  pu_jkk_terendah_persen: jkkEnd(1),
  pu_jkk_tertinggi_persen: jkkEnd(-1),
  pu_jkm_persen: share("jkm", "employer"),
  pu_jht_perusahaan_persen: share("jht", "employer"),
  pu_jht_pekerja_persen: share("jht", "worker"),
  pu_jht_persen: percent((on) => {
    const rate = rateOf("jht", null, on);
    return sumOf(rate?.employer, rate?.worker);
  }),
  pu_jp_perusahaan_persen: share("jp", "employer"),
  pu_jp_pekerja_persen: share("jp", "worker"),
  jp_batas_upah: number((on) => inForce(puRates.wageCeilings, month(on))?.rupiah),
  contoh_upah: money(() => exampleWage),
  contoh_iuran: number((on) => {
    const ask = { size: "mikro", risk: 1, wages: [exampleWage], months: 1 } as const;
    const quote = usahaQuote({ ...ask, from: month(on) });
    return quote.kind === "quote" ? quote.total : undefined;
  }),
  tempo_tanggal: number((on) => inForce(puRates.paying, addMonths(month(on), -1))?.dueDay),
  denda_persen: percent((on) => inForce(puRates.paying, month(on))?.lateFine),
  wajib_mikro: compulsory("mikro"),
  wajib_kecil: compulsory("kecil"),
  wajib_menengah: compulsory("menengah"),
  modal_mikro: sizeUpTo("mikro", "capitalUpTo"),
  omzet_mikro: sizeUpTo("mikro", "salesUpTo"),
  modal_kecil: sizeUpTo("kecil", "capitalUpTo"),
  omzet_kecil: sizeUpTo("kecil", "salesUpTo"),
  modal_menengah: sizeUpTo("menengah", "capitalUpTo"),
  omzet_menengah: sizeUpTo("menengah", "salesUpTo"),
  ...Object.fromEntries(
    contracts.flatMap((length) => [
      [`pmi_lama_${length}`, number(() => length)],
      [`pmi_penempatan_${length}`, migrant("agency", length)],
      [`pmi_mandiri_${length}`, migrant("independent", length)],
    ]),
  ),
  pmi_tambah: number((on) => inForce(pmiRates.extensions, month(on))?.aMonth),
  pmi_jht: number((on) => inForce(pmiRates.oldAge, month(on))?.leastAMonth),
};

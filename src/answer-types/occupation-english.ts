import type { OccupationCode } from "./occupation-trades.ts";

/** Names of work in English, phrases separated by commas. */
export const englishTrades: Partial<Record<OccupationCode, string>> = {
  pedagang: "trader, merchant, vendor, street vendor, shopkeeper, shop owner, small shop, grocery",
  "ojek-online": `motorcycle taxi, motorbike taxi, bike taxi, online driver, motorcycle driver, delivery driver, delivery
    rider, rider, courier`,
  petani: "farmer, farming, rice farmer, farm worker, vegetable farmer, i farm, peasant",
  nelayan: "fisherman, fishermen, fisher, fishing, fish farmer, fisherwoman",
  "tukang-bangunan": `builder, construction, construction worker, bricklayer, mason, carpenter, house painter, i build
    houses`,
  penjahit: "seamstress, dressmaker, sewing, i sew",
  "asisten-rumah-tangga": "maid, housemaid, domestic worker, domestic helper, babysitting",
  sopir: "truck driver, taxi driver, bus driver, lorry driver",
  "buruh-harian": `laborer, labourer, day laborer, day labourer, daily worker, daily laborer, casual worker, odd
    jobs`,
  pengrajin: "craftsman, craftswoman, artisan, weaver, potter",
  peternak: "cattle farmer, chicken farmer, goat farmer, duck farmer, livestock, livestock farmer",
  kuliner: "cook, food stall, food cart, i cook, street food, food seller, food vendor",
  bengkel: "mechanic, motorcycle mechanic, motorbike mechanic, car mechanic",
  salon: "hairdresser, beauty salon",
  lainnya: `teacher, security guard, nurse, cleaner, cashier, parking attendant, masseuse, masseur, scavenger,
    rickshaw, rickshaw driver, pedicab, pedicab driver`,
};

/** Goods in English, by what their makers and sellers are. */
export const englishGoods = {
  cooked: `food, foods, fried rice, noodle, noodles, meatball, meatballs, cakes, snacks, drinks, drink, coffee, bread,
    ice cream`,
  grown: "rice, corn, coconut, coconuts",
  fish: "fish, shrimp",
  goods: `vegetable, vegetables, fruit, fruits, clothes, clothing, shoes, groceries, flowers, eggs, secondhand goods,
    phone credit`,
} as const;

/** Said by sellers in English. */
export const englishSelling = "sell, sells, selling, i sell";

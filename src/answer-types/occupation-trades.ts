import { otherTrades } from "./occupation-others.ts";

/** Occupation codes on offer; `lainnya` is work that none of the others names. */
export type OccupationCode =
  | "pedagang"
  | "ojek-online"
  | "petani"
  | "nelayan"
  | "tukang-bangunan"
  | "penjahit"
  | "asisten-rumah-tangga"
  | "sopir"
  | "buruh-harian"
  | "pengrajin"
  | "peternak"
  | "pekerja-lepas"
  | "kuliner"
  | "bengkel"
  | "salon"
  | "lainnya";

/** Names of work and what people do at it, phrases separated by commas. They outrank goods and general words. */
export const trades: Readonly<Record<OccupationCode, string>> = {
  pedagang: `pedagang asongan, asongan bus, live shopping, jualan live, toko bangunan, toko besi, toko tani, toko pertanian,
    toko kelontong, kelontong, klontong, kelontongan, toko sembako, warung sembako, warung madura, warung
    kelontong, warung klontong, mlijo, melijo, etek, tukang sayur, tukang buah, olshop, ol shop, online shop,
    onlen shop, onlineshop, toko online, jualan online, jual online, dagang online, reseller, reseler, dropship,
    dropshiper, dropshipper, konter, konter pulsa, konter hp, counter pulsa, counter hp, counter, tengkulak,
    pengepul, pengepul ikan, bandar sayur, agen sembako, agen gas, agen telur, agen beras, agen pulsa, agen
    galon, agen koran, pangkalan gas, depot air, depot air minum, depot isi ulang, isi ulang, air isi ulang, isi
    ulang air, pertamini, bensin eceran, jual beli, jual beli motor, jual beli mobil, jual beli hp, jual beli
    barang bekas, pedagang sapi, pedagang kambing, pedagang ayam, pedagang ikan, pedagang sayur, pedagang hewan,
    blantik, belantik, blantik sapi, makelar sapi, toke, toke sawit, tauke, toke karet, bakul ikan, bakul sayur,
    swalayan, jaga lapak, tukang loak, loak, tukang kelontong, sales keliling, tukang kredit, kredit barang,
    tukang kreditan, mindring, juragan beras, thrift, thrifting, preloved, baju bekas, penjual online, seller
    shopee, seller tokopedia, seller, shopee seller, toko shopee, live tiktok jualan, jual beli emas, jualan
    pulsa, jual pulsa, kedai runcit, warung kelontongan`,
  "ojek-online": `ojol, ojek online, ojek onlen, ojekonline, ojek onlin, ojeg online, ojek daring, gojek, go jek, gojeg, grab,
    greb, grabike, grab bike, grabbike, goride, go ride, grabfood, grab food, gofood, go food, gosend, go send,
    grabexpress, maxim, maksim, indrive, in drive, indriver, shopeefood, shopee food, shopi food, shope food,
    spx food, driver online, driver onlen, driver ol, driver ojol, babang ojol, abang ojol, mitra driver, mitra
    gojek, mitra grab, lalamove, borzo, ojek, ojeg, ojeck, ngojek, ngojeg, ngojol, tukang ojek, tukang ojeg,
    opang, ojek pangkalan, pangkalan ojek, ojek motor, ojek kampung, ojek pengkolan, kurir, kurier, kurir paket,
    kurir jnt, kurir jne, kurir shopee, antar paket, anter paket, nganter paket, pengantar paket, jnt, j t, jne,
    spx, shopee express, sicepat, si cepat, anteraja, ninja express, lion parcel, kurir makanan, antar makanan,
    nganter makanan, delivery, antar pesanan, jasa antar, jasa kurir, ngurir, kurir lepas, narik ojek, narik
    ojol, narik gojek, narik grab, ngegrab, ngegojek, driver motor, driver ojek, pengemudi online, pengemudi
    daring, pengemudi ojek, pengendara ojek, taksi motor, rbt, driver food, driver shopee, ekspedisi motor,
    kurir motor, jasa titip antar`,
  petani: `petani, tani, ptani, patani, batani, bertani, buruh tani, petani penggarap, penggarap, penggarap sawah, nggarap
    sawah, garap sawah, ngegarap sawah, menggarap sawah, sawah, nyawah, tukang sawah, basawah, ka sawah, ladang,
    berladang, baladang, peladang, huma, ngahuma, bahuma, bauma, berkebun, bakabun, ngebon, nandur, tandur,
    matun, derep, ngederep, macul, mencangkul, nyangkul, tatanen, ngarit padi, ani ani, pekebun, kebun, kebon,
    kebun sawit, panen sawit, dodos sawit, buruh sawit, petani sawit, pemanen sawit, panen, buruh panen, manen,
    deres, nderes, penderes, nyadap, penyadap, nyadap karet, sadap karet, noreh, menoreh karet, penoreh, motong
    karet, potong karet, menyadap, petani karet, petani kopi, kebun kopi, kebun karet, kebun teh, pemetik teh,
    petik teh, metik teh, metik kopi, petik kopi, buruh petik, tanam, nanam, menanam, bercocok tanam, cocok
    tanam, budidaya jamur, budidaya sayur, budidaya cabai, budidaya tanaman, petani garam, petani rumput laut,
    hidroponik, hortikultura, petani sayur, petani bunga, buruh kebun, buruh tanam, penggarap lahan, garap
    lahan, garap kebun, garap ladang, ngolah sawah, olah sawah, olah lahan, membajak sawah, bajak sawah, traktor
    sawah, operator traktor, gapoktan, poktan, kelompok tani, kopra, bikin kopra, pembibitan, pembibitan
    tanaman, petani penyewa, panjat kelapa, pemanjat kelapa, tukang panjat kelapa, petik cengkeh, perkebunan,
    pertanian, agribisnis, meladang, bersawah, tukang kebun sawit, semprot padi, petani padi, jaga kebun, maro
    sawah, nyewa sawah, ngurus kebun, ngurus sawah, di sawah, ke sawah, marhuma, marhauma, parhauma, parjuma,
    tumpang sari, ngoyos, ngarambet`,
  nelayan: `nelayan, nlayan, nelayam, nalayan, melaut, ngelaut, malaut, miyang, melaut ikan, abk, anak buah kapal, abk kapal
    ikan, kapal ikan, cari ikan, nyari ikan, mencari ikan, tangkap ikan, nangkap ikan, nangkep ikan, menangkap
    ikan, penangkap ikan, jaring ikan, njaring, menjaring ikan, mancing, memancing, pemancing, mancing ikan,
    mancing di laut, pancing ikan, buruh nelayan, perahu, perahu ikan, pamayang, payang, bagan, ngebagan, bubu,
    pasang bubu, tambak, petambak, tambak udang, tambak ikan, tambak bandeng, petani tambak, tukang tambak, jaga
    tambak, kolam ikan, kolam lele, kolam gurame, budidaya ikan, budidaya lele, budidaya udang, budidaya
    kepiting, budidaya nila, budidaya gurame, budidaya rumput laut, rumput laut, keramba, karamba, keramba
    jaring apung, bioflok, nambak, pembudidaya ikan, penambak, pembenih ikan, benih ikan, cari kepiting, nyari
    kepiting, cari kerang, nyari kerang, cari udang, cari rajungan, cari cumi, cari teripang, penyelam, penyelam
    teripang, nyelam, nyelam ikan, sungai cari ikan, tukang perahu ikan, juragan kapal, juragan perahu, ke laut,
    pergi ke laut, di laut, mamukek, mamukat, pukat, bamancing, bakalewang, baiwak, maunjun, marengge, jala
    ikan, menjala, njala, perikanan, pelaut ikan`,
  "tukang-bangunan": `tukang bangunan, tukang, tkg, tkng, tukang batu, tukang cat, tukang kayu, tukang keramik, tukang plafon, tukang
    gipsum, tukang gypsum, tukang atap, tukang genteng rumah, tukang besi, tukang cor, tukang tembok, tukang
    aduk, tukang aduk semen, tukang semen, tukang pipa, tukang ledeng, tukang listrik, instalasi listrik, tukang
    gali, tukang gali sumur, gali sumur, sumur bor, tukang bor sumur, ngebor sumur, tukang taman rumah, kuli
    bangunan, buruh bangunan, kerja bangunan, pekerja bangunan, ikut bangunan, ikut tukang, bangunan, laden,
    laden tukang, ngladen, ngaladen, kenek tukang, kernet tukang, kenek bangunan, asisten tukang, pembantu
    tukang, knek tukang, kenek batu, mandor, mandor bangunan, mandor proyek, borongan bangunan, borongan rumah,
    pemborong, pemborong bangunan, bas bangunan, tukang borongan, proyek bangunan, kuli proyek, buruh proyek,
    buruh konstruksi, pekerja konstruksi, konstruksi, proyek, kerja proyek, pengaspalan, aspal jalan, kuli
    aspal, kuli cor, ngecat, cat rumah, cat tembok, ngecat rumah, pengecatan, pasang keramik, pasang batu,
    pasang genteng, pasang baja ringan, baja ringan, tukang baja ringan, tukang kanopi, pasang plafon, pasang
    kanopi, nukang, batukang, tukang rumah, bikin rumah, renovasi rumah, renovasi, bongkar rumah, tukang batako
    rumah, tukang kusen, tukang instalasi, tukang wallpaper, tukang aluminium, tukang kaca, tukang parket,
    tukang paving, pasang paving, tukang las bangunan`,
  penjahit: `penjahit, jahit, jait, jahid, njahit, njait, ngejahit, ngejait, menjahit, manjahit, manjaik, jahitan, jaitan,
    tukang jahit, tukang jait, buruh jahit, buruh jait, konveksi, konpeksi, konfeksi, bordir, mbordir, tukang
    bordir, permak, vermak, permak jeans, permak levis, tailor, taylor, teiler, modiste, modis, garmen rumahan,
    obras, ngobras, neci, payet, masang payet, pasang payet, pasang kancing, jahit baju, jahit gorden, jahit
    kebaya, jahit sarung, jahit tas, jahit celana, jahit bantal, jahit mukena, jahit boneka, kelim, tukang neci,
    tukang pola, bikin baju, buat baju, bikin kebaya, terima jahitan, nerima jahitan, butik jahit, seragam
    jahit, fashion designer jahit, marjarum, maklon jahit, cmt jahit, cutting kain, potong kain, gunting kain,
    konveksi kaos`,
  "asisten-rumah-tangga": `asisten rumah tangga, art, prt, pekerja rumah tangga, pembantu rumah tangga, pembantu, pembokat, asisten rt,
    asisten rumah, bibi, bibik, mbak di rumah, rewang, ngerewang, mrewang, momong, momong anak, pramurukti,
    pengasuh, pengasuh anak, pengasuh bayi, ngasuh, ngasuh anak, ngasuh bayi, mengasuh anak, jaga anak, jagain
    anak, menjaga anak, jaga bayi, jaga balita, jagain bayi, baby siter, babysiter, baby sitter, babysitter,
    bebi siter, beby siter, suster bayi, suster anak, nanny, neni, jaga lansia, jaga orang tua, jaga nenek, jaga
    kakek, merawat lansia, rawat lansia, ngurus lansia, perawat lansia, jaga orang sakit, caregiver, kergiver,
    jaga jompo, rawat jompo, ngerawat jompo, jaga mbah, cuci gosok, cuci setrika, cuci seterika, nyuci gosok,
    nyuci setrika, buruh cuci, buruh cuci gosok, buruh setrika, tukang cuci, tukang cuci baju, tukang gosok,
    tukang setrika, gosok baju, gosok pakaian, nyetrika, setrika, cuci piring, kuli cuci, nyuci baju, nyuci baju
    orang, cuci baju, cuci baju tetangga, cuci pakaian, beres beres rumah, beberes rumah, bersih bersih rumah,
    bersihin rumah, bersihin rumah orang, membersihkan rumah, kerja di rumah orang, kerja rumah tangga, bantu
    bantu rumah, bantu bantu di rumah orang, bantu di rumah orang, bantu rumah orang, masak di rumah orang, juru
    masak rumah orang, pekerja domestik, bantu di rumah, rumah majikan, di rumah majikan, ikut majikan, mbak
    rumah tangga, tukang kebun, tukang kebun rumah, tukang bersih rumah, pocokan, prt pocokan, babu, go clean,
    goclean, ngosek, nyapu ngepel, nyapu, ngepel, bersih rumah, ngurus rumah orang, batur, parewang, pramuwisma,
    amah`,
  sopir: `sopir, supir, spir, sopr, supr, soper, nyopir, nyupir, driver, draiver, drver, pengemudi, pramudi, sopir
    angkot, angkot, narik angkot, mikrolet, angkutan kota, angdes, angkudes, jaklingko, bus, bis, sopir bus, sopir
    truk, sopir truck, truk, truck, trek, trailer, tronton, engkel, sopir pasir, dump truk, dump truck, taksi, taxi,
    taksi online, taxi online, sopir taksi, grabcar, grab car, gocar, go car, driver mobil, driver travel, travel,
    sopir travel, sopir pribadi, sopir rental, sopir box, sopir pickup, sopir pick up, pickup, pick up, sopir
    carteran, carteran, sopir material, sopir ekspedisi, sopir tangki, sopir ambulans, sopir ambulan, sopir kantor,
    sopir antar jemput, antar jemput, antar jemput anak, antar jemput anak sekolah, supir tembak, sopir tembak,
    sopir tronton, chauffeur, kurir mobil, kurir truk, elf, sopir elf, pete pete, sopir pete pete, oto, bawa mobil,
    bawa truk, bawa truck, bawa bus, bawa angkot, narik mobil, narik taksi, bemo, bajaj, bajay, narik bajaj, viar,
    odong odong, kereta kelinci, sopir boat, motoris, motoris perahu, sopir speedboat`,
  "buruh-harian": `buruh harian, buruh harian lepas, harian lepas, bhl, phl lapangan, buruh lepas, buruh serabutan, serabutan,
    srabutan, sarabutan, serabutn, kerja serabutan, kerja apa aja, kerja apa saja, apa aja dikerjakan, apa saja
    dikerjakan, apa aja dikerjain, kerja apa adanya, kerja sembarang, kerja seadanya, kerja gak tetap, kerja
    tidak tetap, gak tetap kerjanya, ikut orang, kerja ikut orang, kuli, kuly, nguli, kuli panggul, kuli angkut,
    kuli pasar, kuli pelabuhan, kuli gudang, kuli beras, kuli bongkar, buruh panggul, buruh angkut, buruh
    gendong, buruh bongkar, bongkar muat, buruh bongkar muat, buruh pasar, buruh pelabuhan, buruh gudang, buruh
    pabrik, buruh borongan, tukang angkut, tukang panggul, tukang pikul, manol, porter, porter stasiun, tkbm,
    angkat barang, angkut barang, panggul beras, manggul, mocok mocok, mocok, kerja harian, pekerja harian,
    pekerja harian lepas, harian, mburuh, bburuh, mreman, disuruh orang, panggilan kerja, kerja panggilan, nguli
    pasar, buruh, sambatan, ngarit upahan, kerja upahan, upahan, makan gaji harian, marbabo, mangaropoh, buruh
    kasar, kerja kasar, kuli kasar, buruh sortir, buruh kupas, buruh packing, packing borongan, kupas bawang,
    kuli batu, buruh galian, buruh gali, kuli gali, buruh muat, muat barang, kerja lepas harian, tenaga harian,
    tenaga harian lepas, gawe sembarang, gawe serabutan, ngala bayaran, buburuh, babaruah`,
  pengrajin: `pengrajin, perajin, pengerajin, prajin, pengarajin, kerajinan, krajinan, kerajinan tangan, handicraft,
    handycraft, crafter, kriya, membatik, mbatik, ngebatik, pembatik, buruh batik, bikin batik, buat batik,
    usaha batik, rumah batik, menenun, nenun, penenun, tukang tenun, bikin tenun, anyam, anyaman, menganyam,
    nganyam, penganyam, anyam bambu, anyam tikar, ukir, ukiran, ngukir, mengukir, pengukir, tukang ukir, ukir
    kayu, pahat, pemahat, mahat, pahat batu, pematung, bikin patung, gerabah, tembikar, keramik hias, tukang
    gerabah, mebel, meubel, mebeler, mubel, furnitur, furniture, furnitur kayu, tukang mebel, tukang meubel,
    buruh mebel, usaha mebel, merajut, rajut, rajutan, ngerajut, merenda, renda, sulam, nyulam, menyulam,
    sulaman, makrame, manik manik, ronce, meronce, bikin souvenir, buat souvenir, souvenir, suvenir,
    cinderamata, bikin tas, buat tas, bikin sepatu, buat sepatu, pembuat sepatu, bikin sandal, buat sandal,
    pengrajin sepatu, pengrajin kulit, kerajinan kulit, pande besi, pandai besi, pande, empu keris, bikin keris,
    pembuat keris, bikin pisau, bikin parang, pengrajin emas, tukang emas, tukang perak, perak bakar, bikin
    sapu, buat sapu, pembuat sapu, bikin keset, buat keset, bikin tikar, buat tikar, bikin sangkar, sangkar
    burung, bikin layangan, bikin wayang, bikin gitar, bikin boneka, pembuat boneka, bikin mainan kayu, bata
    merah, batu bata, bikin bata, buat bata, cetak bata, nyetak bata, pembuat bata, pembuat batu bata, bikin
    batu bata, bikin genteng, buat genteng, cetak genteng, pengrajin genteng, batako, bikin batako, cetak
    batako, cetak paving, lampu hias, kaligrafi, daur ulang, kerajinan bambu, kerajinan rotan, kerajinan kayu,
    bikin perahu, pembuat perahu, pembuat kapal, bikin gula aren, gula aren, gula merah, gula jawa, pembuat gula
    aren, pembuat gula merah, nitis gula, bikin anyaman, martenun, ulos, martonun, tenun ikat, songket,
    sasirangan, sasirangan kain, jumputan, ecoprint, tas rajut, mote, dupa, bikin dupa, canang, bikin canang,
    banten, ukir bali, buket, bikin buket, hantaran, bikin hantaran, lilin, bikin lilin, sabun rumahan, tukang
    patung, noken, bikin noken`,
  peternak: `peternak, ternak, berternak, beternak, bertenak, ngternak, ternak ayam, ternak sapi, ternak kambing, ternak
    bebek, ternak lele, ternak ikan, ternak burung, ternak babi, peternakan, ngangon, angon, ngangon kambing,
    angon sapi, angon bebek, penggembala, gembala, pengembala, menggembala, piara, miara, pelihara, melihara,
    memelihara, ngingu, ingon, ingu, ngopeni sapi, ayam potong, ayam petelur, ayam broiler, ayam boiler, ayam
    pedaging, ayam kampung, ayam bangkok, ayam pejantan, sapi perah, sapi potong, peras susu, perah susu,
    pemerah susu, kandang ayam, kandang sapi, jaga kandang, penjaga kandang, anak kandang, ternak lebah, lebah,
    tawon, madu lebah, budidaya lebah, walet, burung walet, sarang walet, jangkrik, budidaya jangkrik, maggot,
    budidaya maggot, cacing, ulat hongkong, puyuh, burung puyuh, penggemukan sapi, penggemukan kambing, ngarit,
    ngarit rumput, cari rumput, pakan sapi sendiri, breeding, breeder, breeder kucing, breeder burung, gaduh
    sapi, nggaduh sapi, maro sapi, mahan babi, parpinahan, marmahan, itik, jaga bebek, miara kambing`,
  "pekerja-lepas": `freelance, frelance, freelan, frilen, frilens, prilen, prilance, freelancer, frelancer, pekerja lepas, kerja
    lepas, tenaga lepas, kerja online, kerja remote, remote worker, desainer, desain, desain grafis, desainer
    grafis, designer, design grafis, designer grafis, ilustrator, penulis, penulis lepas, penulis konten,
    content writer, copywriter, kopiwriter, nulis artikel, bloger, blogger, novelis, penerjemah, translator,
    terjemah, interpreter, youtuber, yutuber, youtube, konten kreator, kontent kreator, content creator, kreator
    konten, conten creator, bikin konten, tiktoker, tik toker, selebgram, influencer, streamer, gamer, joki
    game, joki tugas, afiliator, affiliator, affiliate, afiliate, tiktok affiliate, admin olshop, admin online
    shop, admin medsos, admin sosmed, admin media sosial, sosmed, social media, editor video, edit video, video
    editor, editor, videografer, videographer, fotografer, photographer, photografer, tukang foto, tukang poto,
    jasa foto, foto keliling, foto wedding, kameramen, cameraman, programer, programmer, developer, web
    developer, bikin website, buat website, pembuat website, coding, ngoding, it freelance, data entry, entri
    data, ngetik, jasa ketik, jasa pengetikan, pengetikan, virtual assistant, asisten virtual, animator, arsitek
    lepas, konsultan lepas, digital marketing, digital marketer, live host, host live, host live streaming,
    komikus, dubber, voice over, pengisi suara, mc, pembawa acara, penyanyi, biduan, biduanita, dangdut,
    penyanyi dangdut, pemain musik, musisi, musisi kafe, pemusik, gitaris, drummer, organ tunggal, orgen
    tunggal, pemain organ, penari, jasa desain, jasa edit, jasa tulis, jasa online, jastip, jasa titip, seo,
    drafter, bikin aplikasi, trader, jasa joki`,
  kuliner: `kuliner, warung makan, warung nasi, rumah makan, rm padang, warteg, warmindo, warung indomie, warung mi, warkop,
    warung kopi, warung tenda, warung pecel, warung soto, warung bakso, warung sate, warung lalapan, warung
    lesehan, angkringan, hik, wedangan, lapau nasi, kedai, kedai kopi, kedai nasi, kafe, cafe, caffe, kape,
    coffee shop, cofee shop, coffeeshop, barista, resto, restoran, restaurant, katering, catering, ketring,
    kathering, catring, kantin, ngantin, koki, chef, juru masak, tukang masak, masak, memasak, tukang masak
    hajatan, jual makanan, jualan makanan, dagang makanan, produksi makanan, olahan makanan, umkm makanan, usaha
    makanan, makanan, makanan ringan, makanan siap saji, minuman, jual minuman, jajanan, jajan, jajanan pasar,
    jajan pasar, cemilan, camilan, snack, snek, snak, kudapan, frozen food, frozenfood, makanan beku, lapak
    makanan, gerobak makan, tukang kue, bikin kue, buat kue, pembuat kue, baker, bakery, toko kue, toko roti,
    pabrik roti, industri roti, pabrik tahu, pabrik tempe, bikin tahu, buat tahu, bikin tempe, buat tempe,
    pembuat tahu, pembuat tempe, pengrajin tahu, pengrajin tempe, perajin tempe, perajin tahu, produksi tahu,
    produksi tempe, tahu tempe rumahan, usaha tahu, usaha tempe, pabrik kerupuk, bikin kerupuk, buat kerupuk,
    buat keripik, bikin keripik, bikin kripik, bikin roti, buat roti, produksi roti, roti rumahan, bikin sambal,
    pondok makan, lesehan, food truck, gerobak kopi, starling, kopi keliling, jualan kopi, jual kopi, kopi
    gerobak, depot makan, depot nasi, lontong sayur, nasi kuning, rames`,
  bengkel: `bengkel, bengkl, bngkel, bengkil, bengkel motor, bengkel mobil, bengkel las, montir, muntir, mekanik, makanik,
    mekanik motor, mekanik mobil, tambal ban, nambal ban, tambalan ban, tukang tambal, tukang tambal ban, servis
    motor, service motor, serpis motor, servis mobil, service mobil, servis sepeda, bengkel sepeda, ganti oli,
    las, ngelas, tukang las, tukang las listrik, jasa las, welder, bubut, tukang bubut, mesin bubut, ketok
    magic, ketok mejik, cat mobil, cat motor, cat duco, body repair, cuci motor, cuci mobil, cuci steam, steam
    motor, steam mobil, cucian motor, cucian mobil, doorsmeer, dorsmer, spooring, dinamo, servis dinamo, variasi
    motor, variasi mobil, modif motor, modifikasi motor, bengkel dinamo, tukang servis motor, reparasi motor,
    reparasi mobil, vulkanisir, vulkanisir ban, tukang ban, servis aki, las karbit, tukang bengkel, otomotif,
    onderdil bengkel`,
  salon: `salon, saloon, salon kecantikan, nyalon, pangkas, pangkas rambut, tukang pangkas, potong rambut, tukang potong
    rambut, motong rambut, cukur, tukang cukur, nyukur, cukuran, cukur rambut, barber, barbershop, barber shop,
    barberman, kapster, hair stylist, hairstylist, penata rambut, mua, make up, makeup, makeup artist, make up
    artist, mik up, tukang make up, rias, tukang rias, perias, merias, rias pengantin, perias pengantin, juru
    rias, dukun manten, penata rias, kecantikan, klinik kecantikan, nail art, nailart, nail artist, kuku,
    eyelash, eyelash extension, bulu mata, facial, fasial, creambath, krimbat, smoothing, rebonding, sulam alis,
    beautician, bikin alis, jasa rias, waxing, potong rambut keliling, cukur madura, asgar, cukur asgar, hena,
    henna, spa dan salon, lulur, salon muslimah, salon rumahan`,
  lainnya: otherTrades,
};

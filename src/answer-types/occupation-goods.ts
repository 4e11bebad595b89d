/** Goods by what their makers and sellers are: `cooked` food, `grown`, `animals`, `fish`, `crafted`, and other `goods`. */
export const goods = {
  cooked: `bakso, baso, mie ayam, mi ayam, mie, bakmi, kwetiau, nasi goreng, nasgor, nasi uduk, nasi padang, nasi bungkus,
    nasi campur, nasi pecel, nasi kucing, nasi liwet, nasi lemak, nasi gandul, nasi rawon, nasi, nasi box, nasi
    kotak, nasi tumpeng, tumpeng, lalapan, pecel, pecel lele, pecel ayam, gado gado, gadogado, ketoprak,
    karedok, lotek, urap, lontong, ketupat, kupat, kupat tahu, tahu tek, tahu campur, soto, coto, sop, sup, sop
    buah, rawon, gulai, gule, tongseng, rendang, sate, satai, sate ayam, sate kambing, martabak, terang bulan,
    seblak, cilok, cireng, cimol, cilor, telur gulung, telor gulung, batagor, siomay, siomai, somay, pempek,
    empek empek, tekwan, otak otak, rujak, asinan, manisan, es, es teh, es campur, es krim, es cream, es doger,
    es cendol, es dawet, es kelapa, es kelapa muda, es tebu, es buah, es batu, es lilin, es jeruk, es kopi,
    dawet, cendol, kolak, jus, jus buah, juice, teh poci, thai tea, boba, kopi, jamu, jamu gendong, bubur, bubur
    ayam, bubur kacang, burjo, lumpia, loenpia, risol, risoles, donat, bolu, brownies, kue, kue basah, kue
    kering, kue lebaran, kue ulang tahun, kue tart, kue pancong, kue cubit, cake, roti, roti bakar, roti canai,
    pisang goreng, pisang ijo, pisang nugget, goreng pisang, gorengan, goreng, tempe mendoan, mendoan, bakwan,
    tahu bulat, tahu gejrot, tahu goreng, tahu crispy, tahu isi, tahu walik, tahu petis, tahu aci, keripik,
    kripik, kerupuk, krupuk, rempeyek, peyek, rengginang, opak, emping, dodol, jenang, wajik, lemper, klepon,
    onde onde, serabi, surabi, apem, putu, kue putu, lupis, getuk, gethuk, tiwul, combro, misro, molen, burger,
    kebab, pizza, hotdog, hot dog, dimsum, sosis, sosis bakar, bakaran, cumi bakar, jagung bakar, jagung rebus,
    kacang rebus, ubi bakar, ayam geprek, ayam goreng, ayam bakar, ayam penyet, ayam krispi, ayam crispy, ayam
    kremes, ayam kentucky, fried chicken, fred chicken, chicken, bebek goreng, bebek bakar, ikan bakar, ikan
    goreng, ikan asap, sei sapi, lele goreng, seafood, sea food, kepiting saus, kapurung, konro, pallubasa,
    papeda, sagu bakar, binte, bubur manado, tinutuan, woku, sambal, sambel, lauk, lauk pauk, sayur matang,
    sayur masak, masakan, masakan padang, nasi jinggo, babi guling, lawar, bakpia, bakpao, pukis, telur asin,
    telor asin, abon, ikan presto, bandeng presto, nugget, naget, rice bowl, ricebowl, salad, salad buah,
    puding, pudding, agar agar, cincau, ronde, wedang, wedang ronde, sekoteng, bajigur, bandrek, susu kedelai,
    susu segar, yogurt, minuman dingin, es teler, pop ice, popice, angsle, sempol, papeda telur, papeda gulung,
    maklor, tempura, takoyaki, corndog, cokelat olahan, kacang telur, sale pisang, gulali, arum manis, cotton
    candy, popcorn, bumbu pecel, rica rica, sagu, mpek mpek, pindang, laksa, mie aceh, mie kocok, mie rebus, mi
    instan, indomie, toge goreng, doclang, tutug oncom, cuanki, bakso bakar, bakso tusuk, pentol, cakwe, roti
    john, es goyang, es puter, es tung tung, kopi susu, sarapan, takjil`,
  grown: `padi, gabah, jagung, singkong, ketela, ubi, kedelai, kacang, kacang tanah, cabai, cabe, lombok, bawang, bawang
    merah, tomat, kentang, wortel, kubis, sayur keliling, tembakau, mbako, cengkeh, pala, lada, merica, vanili,
    kakao, coklat, cokelat, kelapa, kelapa sawit, sawit, karet, tebu, teh, jeruk, salak, durian, mangga, apel,
    melon, semangka, pepaya, nanas, pisang, jahe, kunyit, empon empon, porang, nilam, gambir, pinang, aren,
    nira, jamur, rumput, kurma, sirih, kopra, daun pisang, kayu manis, kapulaga, stroberi, alpukat, rambutan,
    talas, sereh, kemangi`,
  animals: `ayam, sapi, kambing, domba, kerbau, babi, bebek, itik, entok, mentok, angsa, kelinci, burung, merpati, kuda,
    kucing, anjing, hewan, unggas, kambing etawa, kambing qurban, sapi qurban, madu, susu sapi, kalkun, love
    bird, lovebird, kenari`,
  fish: `ikan, lele, nila, gurame, gurami, bandeng, udang, kepiting, rajungan, cumi, kerang, lobster, teripang, tongkol,
    tuna, cakalang, patin, mujair, belut, ikan mas, gurita, teri, benur, tiram`,
  crafted: `batik, tenun, rotan, bambu, patung, gerabah, sapu, keset, tikar, sangkar, wayang, gamelan, manik, aksesoris
    rumahan, kerudung lukis, tas kulit, dompet kulit, besek, tampah, caping, kuda lumping, topeng, genteng, bata`,
  goods: `pasir, batu kali, sayur, sayuran, sayur mayur, buah, buah buahan, buahan, bunga, tanaman hias, bibit, anggrek, tanaman, baju,
    pakaian, busana, daster, kaos, celana, kerudung, jilbab, hijab, mukena, gamis, sarung, kain, sepatu, sandal,
    sendal, tas, dompet, topi, jam tangan, aksesoris, asesoris, mainan, mainan anak, balon, perabot, perabotan,
    alat rumah tangga, panci, ember, piring, gorden, gordyn, kasur, bantal, sprei, bunga plastik, pupuk, obat,
    obat herbal, herbal, pulsa, voucher, token listrik, hp, handphone, aksesoris hp, casing hp, elektronik, gas,
    elpiji, lpg, gas elpiji, galon, air galon, air, air bersih, bensin, solar, minyak, minyak goreng, minyak
    tanah, rokok, kosmetik, skincare, skin care, parfum, minyak wangi, buku, koran, majalah, alat tulis, atk,
    barang bekas, besi tua, besi bekas, bekas, emas, perhiasan, ikan hias, ikan asin, ikan cupang, cupang,
    pakan, pakan ternak, pakan burung, bumbu, bumbu dapur, rempah, beras, gula, tepung, tahu, tempe, tahu tempe,
    oncom, telur, telor, daging, daging sapi, daging ayam, ikan segar, ikan basah, ikan keliling, sayur matang
    beku, kelapa parut, santan, sembako, sabun, tissue, plastik, kresek, kantong plastik, bahan bangunan,
    material, material bangunan, semen, besi, kayu, kaca, cat, genteng metal, sparepart, onderdil, suku cadang,
    helm, ban, oli, motor, mobil, motor bekas, mobil bekas, sepeda, tanaman obat, arang, kayu bakar jual, es
    balok, kacamata, jas hujan, payung, masker, souvenir haji, oleh oleh, kembang, kelontong, kebutuhan pokok,
    kebutuhan sehari hari, barang, barang kelontong, dagangan, mie instan grosir, snack grosir, seragam, sepatu
    bekas, benang, kancing, susu, air mineral, bendera, terompet, petasan, poster, bunga tabur, kembang tabur,
    cd, kaset, terpal, tambang plastik`,
} as const satisfies Record<string, string>;

/** Said by sellers. `strong` makes a seller of whoever says it, `weak` only where nothing else is said. */
export const selling = {
  strong: `pedagang kaki lima, kaki lima, pkl, k 5, asongan, pengecer, grosir, grosiran, distributor, manggaleh, pagaleh,
    galeh, panggaleh, bajualan, badagang, bakulan, ider, ngider, mider, kios, kiosk, lapak, lapakan, swalayan,
    minimarket, mini market, jual, jualan, jualn, jwalan, jwl, jul, berjualan, menjual, jualin, njual, ngejual,
    penjual, jualannya, dagang, dagangan, berdagang, pedagang, pdagang, pedangang, pedagan, padagang, toko,
    tokonya, dodolan, dodolane, sadean, adol, ngadol, icalan, ngical, dagangnya, bakul, mbakul, bajual, baniaga,
    berniaga, niaga, pasarin, jajakan, menjajakan, manjua, manjual, ajualan, majual, mabalu, madagang,
    ngawarung, nyadean`,
  weak: `pasar, di pasar, los pasar, usaha warung, warung, wrung, wrg, warong, warungan, gerobak, grobak, grobag,
    dorongan, keliling, kliling, agen, outlet, stand, booth, gerai, lapau, kadai, galeri, pikulan, kede, kedai
    runcit`,
} as const;

/** Persons without work of their own: asked whether there is a side job. */
export const withoutWork = `ibu rumah tangga, irt, ibu rt, bapak rumah tangga, rumah tangga, nganggur, pengangguran, menganggur, ngangur,
    penganggur, belum kerja, blm kerja, belum bekerja, blm bekerja, tidak kerja, tidak bekerja, tdk bekerja, tdk
    kerja, gak kerja, ga kerja, gk kerja, nggak kerja, ngga kerja, enggak kerja, ndak kerja, kagak kerja, ora
    kerja, ora nyambut gawe, teu damel, teu gawe, tidak punya kerjaan, gak punya kerjaan, ga punya kerjaan, gak
    ada kerjaan, ga ada kerjaan, tidak ada pekerjaan, belum ada pekerjaan, tidak punya pekerjaan, di rumah saja,
    dirumah aja, di rumah aja, dirumah saja, pensiunan, pensiun, purnawirawan, mahasiswa, mahasiswi, pelajar,
    siswa, siswi, sekolah, kuliah, kena phk, di phk, habis phk, korban phk, lagi cari kerja, cari kerja, nyari
    kerja, pencari kerja, jobless, tidak ada, gak ada, momong cucu, ngasuh cucu, jaga cucu`;

/** Told of the past: what follows is no longer the person's work. */
export const past = `dulu, dulunya, mantan, bekas sopir, eks, pernah, sebelumnya, dahulu`;

/** Work that has no code of its own, phrases separated by commas. */
export const otherTrades = `anggota dprd, anggota dpr, anggota dewan, kepala desa, lurah, camat, sekdes, bendahara desa, kepala sekolah,
    guru olahraga, guru smp, guru sma, guru smk, pengajar les, tentor, pengasuh pondok, santri, penjaga parkir,
    petugas parkir, petugas pasar, petugas posyandu, petugas desa, petugas sampah, penjaga malam pasar, tukang
    ronda, juru tulis, tukang rosokan, pencari besi, tukang pasang
    wifi, pasang wifi, pasang cctv, instalasi cctv, pasang parabola, tukang parabola, pengurus jenazah, mandi
    jenazah, pemandi jenazah, penjaga hutan, polhut, polisi hutan, penjaga pantai, lifeguard, porter gunung,
    guide gunung, pemandu gunung, joki kuda, penyewa kuda, sewa
    perahu, sewa ban, sewa tikar, sewa payung, pengelola wisata, sewa baju adat, sewa kostum, sewa alat pesta,
    tukang video nikahan, host acara, staf tu, pegawai koperasi, pegawai bank, pegawai kelurahan, karyawan
    hotel, karyawan kontrak, karyawan pt, karyawan minimarket, karyawan alfamart, karyawan indomaret, buruh
    migran, satpam, satpan, security, sekuriti, scurity, sekurity, sequrity, hansip, linmas, jaga malam, penjaga
    malam, ronda, penjaga sekolah, penjaga gedung, penjaga villa, penjaga kos, penjaga toko, jaga toko, jaga
    warung, penjaga warung, pelayan, pelayan toko, pramuniaga, spg, spb, kasir, kasir toko, karyawan, karyawan
    toko, karyawan pabrik, karyawan swasta, pegawai, pegawai toko, pegawai swasta, kerja kantor, kerja di
    kantor, kerja di pabrik, kerja pabrik, pabrik, kerja di toko, kerja toko, kerja di hotel, pegawai hotel,
    housekeeping, resepsionis, front office, office boy, ob, office girl, cleaning service, cleaning servis,
    klining servis, klinik, bersih bersih kantor, staf, staff, staf kantor, admin kantor, admin, administrasi,
    sekretaris, akuntan, auditor, hrd, marketing, sales, seles, salesman, sales motor, sales mobil, asuransi,
    agen asuransi, makelar, makelar tanah, makelar motor, calo, broker, properti, agen properti, perantara,
    leasing, debt collector, penagih, kolektor, mantri bank, teller, agen brilink, brilink, agen bank, ppob,
    koperasi, pengurus koperasi, bumdes, bumdesa, guru, guru honorer, guru ngaji, guru les, guru paud, guru tk,
    guru sd, guru privat, les privat, bimbel, ngajar, ngajar ngaji, ngajar les, mengajar, pengajar, dosen,
    ustad, ustaz, ustadz, ustadzah, ustazah, dai, penceramah, pendeta, pastor, imam masjid, marbot, merbot,
    marbut, takmir, kader, kader posyandu, ketua rt, pak rt, rw, perangkat desa, aparat desa, pamong, kepala
    dusun, kadus, honorer, tenaga honorer, pendamping, pendamping desa, penyuluh, relawan, tagana, bidan,
    perawat, suster, mantri, dokter, dukun, dukun bayi, paraji, apoteker, apotek, apotik, toko obat, nakes,
    terapis, pijat, pijet, pijit, tukang pijat, tukang pijit, tukang pijet, tukang urut, urut, mijat, mijit,
    refleksi, bekam, fisioterapis, spa, tukang gigi, ahli gigi, jamu pijat, laundry, loundry, laundri, londri,
    londry, loundri, laundy, laundry kiloan, cuci kiloan, cuci karpet, cuci sepatu, cuci helm, dry clean, servis
    hp, service hp, serpis hp, servis ac, service ac, servis elektronik, servis tv, service tv, servis kulkas,
    servis komputer, servis laptop, service laptop, servis jam, servis, serpis, service, tukang servis, tukang
    service, tukang servis hp, tukang servis ac, teknisi, tehnisi, teknisi ac, teknisi hp, teknisi komputer,
    teknisi wifi, reparasi, reparasi jam, reparasi elektronik, elektronik servis, tukang jam, tukang kunci,
    duplikat kunci, tukang sol, sol sepatu, tukang sol sepatu, tukang payung, tukang gembok, tukang patri,
    tukang asah pisau, asah pisau, sedot wc, tukang sedot wc, pemulung, mulung, pulung, rongsok, rosok,
    rongsokan, rosokan, tukang rongsok, tukang rosok, pengepul rongsok, barang bekas pemulung, bank sampah,
    tukang sampah, angkut sampah, pengangkut sampah, pemilah sampah, petugas kebersihan, penyapu jalan, tukang
    sapu, tukang sapu jalan, tukang parkir, parkir, parkiran, jaga parkir, jukir, juru parkir, kang parkir, pak
    ogah, percetakan, print, fotokopi, fotocopy, foto copy, potokopi, sablon, tukang sablon, sablon kaos,
    nyablon, digital printing, undangan, cetak undangan, banner, spanduk, reklame, warnet, rental ps, rental,
    rental mobil, sewa mobil, sewa motor, rental motor, sewa tenda, tenda, terop, tarup, sound, sound system,
    dekor, dekorasi, dekorasi pengantin, wo, wedding organizer, event organizer, eo, kos, kosan, kost, kos
    kosan, kontrakan, sewa rumah, rumah sewa, ibu kos, bapak kos, homestay, penginapan, villa, losmen, tambang,
    penambang, nambang, tambang pasir, tambang batu, tambang emas, gali pasir, penggali pasir, tukang gali
    pasir, gali batu, pecah batu, pemecah batu, dulang emas, pendulang, mendulang emas, penambang pasir, galian
    c, batubara, gali kubur, tukang gali kubur, penggali kubur, juru kunci, kernet, kenek, kernek, knek, kernet
    truk, kernet bus, kernet angkot, kenek truk, kenek angkot, kenek bus, kondektur, masinis, pilot, nahkoda,
    nakhoda, pelaut, awak kapal, timer angkot, tukang timer, operator, operator alat berat, operator excavator,
    operator eksavator, alat berat, beko, operator mesin, operator forklift, penggilingan padi, penggilingan,
    selepan, tukang selep, giling padi, giling tepung, huller, seniman, dalang, pelukis, tukang lukis, sinden,
    aktor, artis, pesulap, badut, pengamen, ngamen, topeng monyet, ondel ondel, tukang pawang, pawang hujan,
    paranormal, tukang bunga papan, wartawan, jurnalis, reporter, penyiar, pengacara, advokat, notaris, arsitek,
    insinyur, konsultan, surveyor, peneliti, atlet, pelatih, wasit, instruktur, instruktur senam, pelatih senam,
    tour guide, pemandu wisata, guide, pokdarwis, tukang perahu wisata, juru mudi, ojek payung, ojek perahu,
    magang, praktek kerja, tki, tkw, pmi, pekerja migran, kerja di malaysia, kerja luar negeri, kerja di luar
    negeri, pns, asn, tni, polri, polisi, tentara, pppk, p 3 k, thl, non asn, tenaga kontrak, outsourcing,
    wiraswasta, wirausaha, wiraswata, wirausahawan, wiraswasto, wiraswsta, pengusaha, entrepreneur, usaha
    sendiri, usaha kecil, usaha rumahan, umkm, bisnis, swasta, karyawati, buruh migran, penggesek, tukang
    tebang, tebang kayu, penebang kayu, chainsaw, senso, gergaji kayu, penggergajian, somil, sawmill, kayu
    bakar, cari kayu, pembalak, cari madu hutan, pemburu, berburu, tukang jagal, jagal, tukang potong sapi,
    tukang potong ayam, rph, tukang air, penjaga makam, caddy, kedi, penjaga pintu air, juru air, ulu ulu,
    meteran, pembaca meter, tukang ketik surat, biro jasa, stnk, calo stnk, satpol pp, damkar, pemadam, bilal,
    modin, tukang bekam, tukang tato, tato, tattoo, pet shop, groomer, grooming, dokter hewan, pawang gajah,
    penjaga warnet, operator warnet, operator sekolah, tata usaha, pustakawan, penjaga perpustakaan, bell boy,
    waiter, waitress, pramusaji, bartender, dj, model, talent, figuran, kru film, tukang lampu, lighting, crew,
    kru, roadie, jasa, jasa kebersihan, jasa angkut, pindahan, jasa pindahan, rental alat, pengurus masjid,
    penjaga masjid, penghulu, bersih kebun kantor, taman, tukang taman, landscape, cuci sofa, cuci kasur,
    fogging, pembasmi hama`;

/** Carts moved by foot or horse, and with a motor of their own making: whether they are land transport is not settled. */
export const carts = `becak, bentor, sopir bentor, pengemudi bentor, betor, becak motor, tukang becak, mbecak, narik
    becak, pengayuh becak, abang becak, penarik becak, tarik becak, delman, kusir, kusir delman, andong, kusir
    andong, dokar, cidomo, bendi, sado, kusir dokar, kusir cidomo, narik bentor, narik delman, narik andong, sopir
    becak, sopir delman`;

/** Words of work that give way to anything more exact. */
export const general = {
  "tukang-bangunan": `tukang, tkg, tkng`,
  sopir: `narik`,
  "buruh-harian": `buruh, buru, burh, kuli, kuly, harian, upahan, mburuh`,
  lainnya: `karyawan, karyawati, pegawai, karyawan swasta, pegawai swasta, swasta, pabrik, wiraswasta, wirausaha, pengusaha,
    usaha sendiri, usaha kecil, usaha rumahan, umkm, bisnis, jasa, staf, staff, admin, operator, penjaga`,
} as const;

/** Words beside a trade that are right as they are and mean no trade themselves. */
export const neutral = `kerja kerjaan kerjanya bekerja pekerjaan usaha rumah orang depan dekat sendiri kecil kecilan malam siang pagi
    sore saya sebagai jadi sehari hari harian biasa biasanya lagi masih cuma aja saja dan sama sambil juga atau
    dengan untuk punya buka bikin buat pakai tetangga desa kampung kota jalan pinggir gang komplek perumahan
    sekolah kantor terminal stasiun lama baru besar anak istri suami bapak ibu motor mobil lanjut benar betul
    salah kembali ulang menu bantuan petugas terserah bingung rahasia nanti besok kapan halo terima kasih
    makasih tolong kalau bisa boleh tidak belum sudah bukan iya oke siap hidup jalanan tempat milik sewa punya
    punyanya warga dunia kaya miskin sering kadang kadang2 seminggu sebulan tahun bulan minggu orangtua keluarga
    teman sini situ sana mana bekasi saat ini itu yang sekarang`;

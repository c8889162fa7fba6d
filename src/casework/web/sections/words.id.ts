export const id = {
  save: 'Simpan',
  saved: 'Bagian disimpan.',
  unchanged: 'Tidak ada yang berubah.',
  text: 'Isi bagian',
  history: 'Riwayat bagian ini',
  back: 'Kembali',
  readOnly: 'Anda dapat membaca bagian ini, tetapi tidak menulisnya pada tahap ini.',
  empty: 'Belum ditulis.',
  writtenBy: (who: string) => `Terakhir ditulis oleh ${who}`,
  loose: (count: number) =>
    count === 1
      ? 'Satu tulisan belum digabung karena disimpan bersamaan dengan tulisan lain.'
      : `${count} tulisan belum digabung karena disimpan bersamaan dengan tulisan lain.`,
  looseLink: 'Lihat dan gabungkan',
  both: {
    title: 'Orang lain menyimpan bagian ini lebih dulu',
    lead: (who: string) =>
      `Selagi Anda menulis, ${who} menyimpan bagian ini. Tulisan Anda sudah disimpan juga dan tidak hilang, tetapi belum berlaku. Gabungkan keduanya di bawah, lalu simpan.`,
    theirs: (who: string) => `Yang berlaku sekarang, oleh ${who}`,
    mine: 'Tulisan Anda',
    theirsOnly: 'hanya di tulisan yang berlaku',
    mineOnly: 'hanya di tulisan Anda',
    legend: 'Kata yang hanya ada di satu tulisan diberi tanda.',
    merged: 'Gabungan yang akan berlaku',
    mergedHint: 'Dimulai dari tulisan Anda, tulisan yang berlaku di bawahnya. Susun sesuai kebutuhan.',
    saveMerged: 'Simpan gabungan',
    keepTheirs: 'Biarkan tulisan yang berlaku',
  },
  revisions: {
    title: (section: string) => `Riwayat: ${section}`,
    none: 'Belum ada yang ditulis di bagian ini.',
    revision: (count: number) => `Tulisan ke-${count}`,
    inForce: 'Berlaku sekarang',
    aside: 'Disisihkan, belum berlaku',
    merged: 'Disisihkan, sudah digabung',
    removed: 'dihapus',
    added: 'ditambahkan',
    changes: 'Perubahan dari tulisan sebelumnya yang berlaku',
    emptied: 'Bagian ini dikosongkan.',
    merge: 'Gabungkan dengan yang berlaku',
  },
  unknownAuthor: 'petugas lain',
  system: 'sistem',
};

export type SectionWords = typeof id;

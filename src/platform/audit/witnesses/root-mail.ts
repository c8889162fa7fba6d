import type { SignedRoot } from '../log/signed-root.ts';

/** What a witness reads: why it comes, what to do with it (keep it), and the root itself, which the checker finds in the mail. */
export function rootMail(root: SignedRoot): { subject: string; text: string } {
  return {
    subject: `Akar audit / audit root ${root.number}, ${root.day} (${new URL(root.origin).host})`,
    text: `Anda menerima surel ini sebagai saksi. Mohon simpan surel ini di luar kendali pengelola Tuntas.
Isinya ringkasan bertanda tangan dari seluruh catatan pada ${root.day}. Bila kelak ada catatan lama yang
diubah atau dihapus, perubahan itu terlihat saat catatan dibandingkan dengan ringkasan ini:

    npx tuntas audit verify --root SUREL_INI.txt

Surel ini tidak memuat data pribadi. Penjelasan: ${root.origin}/audit

You receive this mail as a witness. Please keep it out of reach of those who run Tuntas.
It is a signed summary of all records on ${root.day}. Should an old record be changed or removed one day,
it shows when the records are compared with this summary (the command above).
This mail holds no personal data. What it proves: ${root.origin}/audit

${JSON.stringify(root, null, 2)}
`,
  };
}

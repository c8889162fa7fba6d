import { randomUUID } from 'node:crypto';
import type { FilingInput } from '../../src/complaints/web/filing-schema.ts';
import type { Call } from './client.ts';

const STREETS = ['Jalan Gajah Mada', 'Jalan Puputan', 'Jalan Flamboyan', 'Jalan Rama', 'Jalan Diponegoro', 'Jalan Kenyeri'];
const TROUBLES = [
  'Lampu jalan padam sejak dua minggu dan jalan menjadi gelap setelah magrib',
  'Saluran air tersumbat sampah sehingga air meluap ke halaman warga setiap hujan',
  'Jalan berlubang di dekat pasar dan beberapa pengendara motor sudah terjatuh',
  'Loket sudah tutup pukul sebelas padahal di papan tertulis buka sampai pukul tiga',
  'Petugas meminta biaya tambahan yang tidak tercantum dalam daftar tarif resmi',
];

let number = 0;

/** A complaint as an ordinary citizen writes it: invented, some hundred characters, different every time. */
export function makeFiling(contact: FilingInput['contact']): FilingInput {
  number += 1;
  const trouble = TROUBLES[number % TROUBLES.length] as string;
  const street = STREETS[number % STREETS.length] as string;
  return {
    class: 'complaint',
    title: `${trouble.split(' ').slice(0, 6).join(' ')} (${number})`,
    description: [
      `${trouble}, yaitu di ${street} nomor ${number % 200}, dekat balai banjar.`,
      `Sudah kami sampaikan kepada petugas di kantor sebanyak ${(number % 4) + 1} kali, terakhir hari Senin, tetapi belum ada tindakan.`,
      'Kami mohon agar segera diperiksa dan diperbaiki, karena banyak anak sekolah melewati tempat itu setiap pagi.',
    ].join('\n\n'),
    region: '51.05',
    agency: '51.05',
    category: null,
    occurredOn: '2025-11-03',
    place: `${street} nomor ${number % 200}`,
    location: { lat: -8.535, lng: 115.4 + (number % 100) / 10_000 },
    contact,
    anonymous: number % 2 === 0,
    confidential: false,
  };
}

/** An address nobody else files from, as a proxy would tell it. */
export function someAddress(): string {
  number += 1;
  return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
}

/** The call of the JSON API that files it, with an idempotency key of its own. */
export function jsonCall(filing: FilingInput, key: string = randomUUID()): Call {
  return {
    method: 'POST',
    path: '/api/v1/complaints',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'X-Forwarded-For': someAddress() },
    body: JSON.stringify(filing),
  };
}

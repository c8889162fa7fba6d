import { Temporal } from 'temporal-polyfill';
import { ListWithFilter } from '../components/layout.tsx';
import { BackLink, Breadcrumbs, Pagination, StepProgress, SubNavigation } from '../components/navigation.tsx';
import { Filter, SearchBox } from '../components/search.tsx';
import { Select } from '../components/select.tsx';
import { DayText, Deadline, PromiseCard, Time } from '../components/time.tsx';
import type { ExampleGroup } from './example.ts';

const at = (text: string) => Temporal.Instant.from(text);
const zone = 'Asia/Makassar' as const;

export const navigationExamples: ExampleGroup = {
  title: 'Arah, daftar, dan waktu',
  examples: [
    {
      name: 'Breadcrumbs',
      render: () => (
        <Breadcrumbs
          crumbs={[
            { text: 'Beranda', href: '/' },
            { text: 'Instansi', href: '/agencies' },
            { text: 'Kabupaten Klungkung', href: '/agencies/51.05' },
          ]}
        />
      ),
    },
    { name: 'BackLink', render: () => <BackLink href="/complaints/new" /> },
    { name: 'StepProgress', render: () => <StepProgress current={2} total={7} label="Tempat kejadian" /> },
    {
      name: 'SubNavigation',
      render: () => (
        <SubNavigation
          label="Meja kerja"
          items={[
            { text: 'Menunggu saya', href: '/desk', current: true, count: 12 },
            { text: 'Diteruskan', href: '/desk?view=forwarded', count: 40 },
            { text: 'Selesai', href: '/desk?view=closed' },
          ]}
        />
      ),
    },
    {
      name: 'SearchBox',
      render: () => <SearchBox action="/complaints" label="Cari pengaduan" hint="Kata, nomor pelacakan, atau nama instansi" />,
    },
    {
      name: 'Filter',
      render: () => (
        <ListWithFilter
          filter={
            <Filter
              action="/complaints"
              clearHref="/complaints"
              selected={[{ heading: 'Keadaan', items: [{ text: 'Diproses', href: '/complaints' }] }]}
            >
              <Select
                name="state"
                label="Keadaan"
                emptyLabel="Semua"
                value="in-progress"
                options={[
                  { value: 'in-progress', label: 'Diproses' },
                  { value: 'closed', label: 'Selesai' },
                ]}
              />
            </Filter>
          }
        >
          <p>Daftar pengaduan di sini.</p>
          <Pagination previousHref="?before=1" nextHref="?after=2" />
        </ListWithFilter>
      ),
    },
    {
      name: 'Deadline',
      render: () => (
        <>
          <Deadline
            label="Jawaban instansi"
            dueAt={at('2026-03-31T15:59:59Z')}
            zone={zone}
            now={at('2026-03-17T02:00:00Z')}
            explanation="14 hari kerja sejak 17 Maret 2026, hari libur Nyepi dan Idulfitri tidak dihitung (PermenPANRB 62/2018)."
          />
          <Deadline
            label="Verifikasi"
            dueAt={at('2026-03-18T15:59:59Z')}
            zone={zone}
            now={at('2026-03-17T02:00:00Z')}
            provisional
          />
          <Deadline
            label="Tindak lanjut pertama"
            dueAt={at('2026-03-12T15:59:59Z')}
            zone={zone}
            now={at('2026-03-17T02:00:00Z')}
          />
          <Deadline
            label="Jawaban pelapor"
            dueAt={at('2026-03-12T15:59:59Z')}
            zone={zone}
            now={at('2026-03-17T02:00:00Z')}
            paused
          />
          <Deadline
            label="Verifikasi"
            dueAt={at('2026-03-12T15:59:59Z')}
            zone={zone}
            now={at('2026-03-17T02:00:00Z')}
            metAt={at('2026-03-11T02:00:00Z')}
            metText="Dipenuhi sehari lebih awal"
          />
        </>
      ),
    },
    {
      name: 'PromiseCard',
      render: () => (
        <PromiseCard
          title="Janji kami kepada Anda"
          promises={[
            {
              who: 'Petugas verifikasi',
              what: 'membaca pengaduan Anda dan meneruskannya',
              by: (
                <>
                  paling lambat <DayText on={Temporal.PlainDate.from('2026-03-25')} />
                </>
              ),
              basis: 'PermenPANRB 62/2018',
            },
            { who: 'Instansi', what: 'menyampaikan tindak lanjut pertama', by: '5 hari kerja setelah menerima' },
          ]}
          otherwise={<p>Bila lewat, Ombudsman diberi tahu tanpa Anda harus meminta.</p>}
        />
      ),
    },
    {
      name: 'Time',
      render: () => (
        <p>
          <Time at={at('2026-03-17T02:00:00Z')} zone={zone} />, <DayText on={Temporal.PlainDate.from('2026-03-17')} />
        </p>
      ),
    },
  ],
};

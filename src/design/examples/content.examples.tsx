import { LinkButton } from '../components/buttons.tsx';
import { CodeSlip } from '../components/code-slip.tsx';
import { Message } from '../components/correspondence.tsx';
import { Card, Columns, PageHeading } from '../components/layout.tsx';
import { AttachmentList, SummaryList, TaskList, Timeline } from '../components/lists.tsx';
import {
  DefinitionHint,
  Details,
  EmptyState,
  InsetText,
  NotificationBanner,
  Panel,
  Prose,
  WarningText,
} from '../components/messages.tsx';
import { Table } from '../components/table.tsx';
import { Badge, StatusTag, Tag, ZoneBadge } from '../components/tags.tsx';
import { ActionCard, ActionCards, Hero, StatTile, StatTiles } from '../components/tiles.tsx';
import type { ExampleGroup } from './example.ts';

export const contentExamples: ExampleGroup = {
  title: 'Isi halaman',
  examples: [
    {
      name: 'Hero',
      render: () => (
        <Hero
          title="Pelayanan publik mengecewakan? Sampaikan."
          lead="Pengaduan Anda dikawal sampai selesai: siapa harus berbuat apa, paling lambat kapan."
        />
      ),
    },
    {
      name: 'ActionCards',
      render: () => (
        <ActionCards>
          <ActionCard title="Sampaikan pengaduan" href="/complaints/new" kind="primary">
            <p>Tanpa akun, sekitar sepuluh menit.</p>
          </ActionCard>
          <ActionCard title="Ikuti pengaduan saya" href="/follow">
            <p>Dengan nomor dan kode tanda terima.</p>
          </ActionCard>
        </ActionCards>
      ),
    },
    { name: 'Panel', render: () => <Panel title="Pengaduan Anda diterima">Nomor pelacakan TN-2026-000123</Panel> },
    {
      name: 'CodeSlip',
      render: () => (
        <CodeSlip
          title="Tanda terima"
          label="Kode tanda terima Anda"
          code="4821093755621804"
          rows={[
            { key: 'Nomor pelacakan', value: 'TN-2026-000123' },
            { key: 'Diterima', value: '17 Maret 2026, 10.00 WITA' },
          ]}
        >
          <p>Simpan kode ini. Hanya dengan kode ini Anda dapat membuka pengaduan Anda lagi.</p>
        </CodeSlip>
      ),
    },
    {
      name: 'Messages',
      render: () => (
        <>
          <NotificationBanner kind="success">Pengaduan diteruskan ke Dinas Kesehatan.</NotificationBanner>
          <InsetText>Paling lambat 14 hari kerja, atau 60 hari kerja bila perilaku petugas harus diperiksa.</InsetText>
          <WarningText>Foto dapat menunjukkan di mana Anda berdiri.</WarningText>
          <Details summary="Apa bedanya anonim dan rahasia?">
            Anonim menyembunyikan siapa Anda. Rahasia menyembunyikan isi pengaduan.
          </Details>
          <DefinitionHint term="disposisi">Penerusan pengaduan ke instansi yang berwenang.</DefinitionHint>
        </>
      ),
    },
    {
      name: 'EmptyState',
      render: () => (
        <EmptyState
          title="Tidak ada yang menunggu Anda"
          action={
            <LinkButton href="/complaints" kind="secondary">
              Lihat semua pengaduan
            </LinkButton>
          }
        >
          <p>Pengaduan baru akan muncul di sini.</p>
        </EmptyState>
      ),
    },
    {
      name: 'Tags',
      render: () => (
        <p>
          <Tag>Diterima</Tag> <Tag tone="info">Terdisposisi</Tag> <Tag tone="accent">Menunggu pelapor</Tag>{' '}
          <Tag tone="warning">Tunda</Tag> <Tag tone="danger">Terlambat</Tag> <StatusTag tone="success" label="Selesai" />{' '}
          <Badge>12</Badge> <Badge tone="danger">3 terlambat</Badge> <ZoneBadge zone="dark-green" label="Zona hijau pekat" />{' '}
          <ZoneBadge zone="green" label="Zona hijau" /> <ZoneBadge zone="yellow" label="Zona kuning" />{' '}
          <ZoneBadge zone="red" label="Zona merah" /> <ZoneBadge zone="none" label="Kualitas Tinggi" />
        </p>
      ),
    },
    {
      name: 'StatTiles',
      render: () => (
        <StatTiles>
          <StatTile value="128" label="menunggu verifikasi" href="/desk?state=received" />
          <StatTile value="7" label="lewat tenggat" href="/desk?late=yes" tone="danger" note="terlama 4 hari" />
          <StatTile value="23" label="jatuh tempo minggu ini" href="/desk?due=week" tone="warning" />
          <StatTile value="1.204" label="selesai tahun ini" href="/desk?state=closed" tone="success" />
        </StatTiles>
      ),
    },
    {
      name: 'SummaryList',
      render: () => (
        <>
          <SummaryList
            rows={[
              {
                key: 'Apa yang terjadi',
                value: 'Loket tutup pada jam kerja.',
                actions: [{ href: '/complaints/new/story', about: 'apa yang terjadi' }],
              },
              {
                key: 'Di mana',
                value: 'Kecamatan Banjarangkan, Kabupaten Klungkung',
                actions: [{ href: '/complaints/new/place', about: 'tempat kejadian' }],
              },
            ]}
          />
          <SummaryList
            title="Pengaduan"
            rows={[
              { key: 'Jenis', value: 'Pengaduan' },
              { key: 'Kategori', value: 'Administrasi kependudukan' },
            ]}
          />
        </>
      ),
    },
    {
      name: 'Table',
      render: () => (
        <Table
          id="agencies"
          caption="Instansi dengan pengaduan terbanyak"
          columns={[
            { label: 'Instansi' },
            { label: 'Masuk', numeric: true, sortHref: '?sort=in', sorted: 'descending' },
            { label: 'Selesai', numeric: true, sortHref: '?sort=done' },
            { label: 'Zona' },
          ]}
          rows={[
            [<a href="/agencies/51.05">Kabupaten Klungkung</a>, '482', '431', <ZoneBadge zone="green" label="Hijau" />],
            [<a href="/agencies/51.03">Kabupaten Badung</a>, '1.377', '902', <ZoneBadge zone="yellow" label="Kuning" />],
          ]}
        />
      ),
    },
    {
      name: 'Table, stacked on phones',
      render: () => (
        <Table
          id="desk"
          caption="Menunggu Anda"
          stacked
          columns={[{ label: 'Pengaduan' }, { label: 'Keadaan' }, { label: 'Paling lambat' }]}
          rows={[
            [<a href="/complaints/1">Obat tidak tersedia di puskesmas</a>, <Tag tone="info">Terdisposisi</Tag>, '24 Maret 2026'],
            [<a href="/complaints/2">Antrean KTP sejak subuh</a>, <Tag tone="danger">Terlambat</Tag>, '12 Maret 2026'],
          ]}
        />
      ),
    },
    {
      name: 'TaskList',
      render: () => (
        <TaskList
          tasks={[
            { title: 'Tentukan kategori', href: '/desk/1/category', status: <Tag tone="success">Selesai</Tag> },
            {
              title: 'Sunting teks publik',
              href: '/desk/1/public',
              hint: 'Hapus nama, nomor, dan alamat',
              status: <Tag tone="info">Belum</Tag>,
            },
            { title: 'Teruskan ke instansi', status: 'Belum dapat dimulai' },
          ]}
        />
      ),
    },
    {
      name: 'Timeline',
      render: () => (
        <Timeline
          items={[
            { title: 'Menunggu jawaban instansi', when: 'paling lambat 24 Maret 2026', tone: 'current' },
            { title: 'Tindak lanjut pertama terlambat', by: 'Dinas Kesehatan', when: '20 Maret 2026', tone: 'late' },
            {
              title: 'Diteruskan ke Dinas Kesehatan',
              by: 'Koordinator Kabupaten Klungkung',
              when: '18 Maret 2026, 09.12 WITA',
              body: <p>Sesuai kewenangan pelayanan puskesmas.</p>,
            },
            { title: 'Pengaduan diterima', by: 'Pelapor', when: '17 Maret 2026, 10.00 WITA', tone: 'done' },
          ]}
        />
      ),
    },
    {
      name: 'Message',
      render: () => (
        <>
          <Message kind="complainant" from="Pelapor" when="17 Maret 2026">
            <p>Obat hipertensi kosong sejak dua minggu.</p>
          </Message>
          <Message kind="public" from="Dinas Kesehatan" when="19 Maret 2026">
            <p>Terima kasih. Pengiriman obat dijadwalkan hari Jumat.</p>
          </Message>
          <Message kind="internal" from="Koordinator" when="19 Maret 2026">
            <p>Tolong cek stok di dua puskesmas lain.</p>
          </Message>
        </>
      ),
    },
    {
      name: 'AttachmentList',
      render: () => (
        <AttachmentList
          files={[
            { name: 'loket-tutup.jpg', href: '/files/1', about: 'foto JPEG, 240 kB' },
            { name: 'surat-jawaban.pdf', href: '/files/2', about: 'dokumen PDF, 1,2 MB' },
          ]}
        />
      ),
    },
    {
      name: 'PageHeading, Columns, Card, Prose',
      render: () => (
        <Columns
          aside={
            <Card title="Tenggat" tone="accent">
              <p>Jawaban paling lambat 24 Maret 2026.</p>
            </Card>
          }
        >
          <PageHeading caption="Pengaduan TN-2026-000123">Obat tidak tersedia di puskesmas</PageHeading>
          <Prose>
            <p>
              Pengaduan ini <a href="/complaints/1">sudah diteruskan</a> ke dinas yang berwenang.
            </p>
            <h2>Apa yang terjadi berikutnya</h2>
            <ul>
              <li>Dinas menyampaikan tindak lanjut pertama.</li>
              <li>Anda diminta menyatakan apakah masalahnya selesai.</li>
            </ul>
          </Prose>
        </Columns>
      ),
    },
  ],
};

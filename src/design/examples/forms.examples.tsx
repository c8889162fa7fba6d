import { Temporal } from 'temporal-polyfill';
import { Button, ButtonGroup, LinkButton, WarningButton } from '../components/buttons.tsx';
import { Checkbox, Checkboxes, Radios } from '../components/choices.tsx';
import { DateInput } from '../components/date-input.tsx';
import { FileUpload } from '../components/file-upload.tsx';
import { Form, Hidden } from '../components/form.tsx';
import { LocationInput } from '../components/location.tsx';
import { PasswordInput } from '../components/password-input.tsx';
import { Select } from '../components/select.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextInput } from '../components/text-input.tsx';
import { partsOfDay } from '../fields.ts';
import type { ExampleGroup } from './example.ts';

export const formExamples: ExampleGroup = {
  title: 'Formulir',
  examples: [
    {
      name: 'TextInput',
      render: () => (
        <>
          <TextInput
            name="title"
            label="Judul pengaduan"
            hint="Satu kalimat yang menyebut masalahnya"
            value="Antrean KTP sejak subuh"
          />
          <TextInput
            name="email"
            id="email-wrong"
            label="Surel"
            type="email"
            autocomplete="email"
            optional
            value="budi@contoh"
            errors={[{ field: 'email', message: 'Tulis surel lengkap, misalnya nama@contoh.id' }]}
          />
          <TextInput
            name="code"
            label="Kode tanda terima"
            hint="16 angka pada tanda terima Anda"
            code
            inputmode="numeric"
            width={20}
            value="4821 0937 5562 1804"
          />
          <TextInput name="days" label="Lama menunggu" suffix="hari" width={4} inputmode="numeric" />
        </>
      ),
    },
    {
      name: 'TextArea',
      render: () => (
        <>
          <TextArea
            name="story"
            label="Apa yang terjadi?"
            hint="Tulis seperti bercerita: apa, di mana, kapan, dan apa yang Anda harapkan."
            maxCharacters={4000}
            labelSize="m"
          />
          <TextArea
            name="reason"
            label="Alasan pengembalian"
            rows={3}
            errors={[{ field: 'reason', message: 'Tulis alasan, agar koordinator tahu ke mana harus meneruskan' }]}
          />
        </>
      ),
    },
    {
      name: 'Select',
      render: () => (
        <>
          <Select
            name="province"
            label="Provinsi"
            emptyLabel="Pilih provinsi"
            value="51"
            options={[
              { value: '21', label: 'Kepulauan Riau' },
              { value: '51', label: 'Bali' },
            ]}
          />
          <Select
            name="agency"
            label="Instansi tujuan"
            narrowing
            emptyLabel="Saya tidak tahu"
            groups={[
              {
                label: 'Kabupaten Klungkung',
                options: [
                  { value: '51.05.disdukcapil', label: 'Dinas Kependudukan dan Pencatatan Sipil' },
                  { value: '51.05.dinkes', label: 'Dinas Kesehatan' },
                ],
              },
              { label: 'Provinsi Bali', options: [{ value: '51.dinsos', label: 'Dinas Sosial' }] },
            ]}
          />
        </>
      ),
    },
    {
      name: 'Radios',
      render: () => (
        <Radios
          name="where"
          label="Apakah Anda tahu instansinya?"
          hint="Kalau tidak yakin, kami yang mencarikan."
          value="yes"
          choices={[
            { value: 'yes', label: 'Ya, saya tahu', conditional: <TextInput name="which" label="Instansi mana?" /> },
            { value: 'no', label: 'Saya tidak tahu', hint: 'Petugas verifikasi akan menentukan' },
          ]}
        />
      ),
    },
    {
      name: 'Radios, inline, with an error',
      render: () => (
        <Radios
          name="satisfied"
          label="Apakah masalah Anda selesai?"
          inline
          errors={[{ field: 'satisfied', message: 'Pilih ya atau belum' }]}
          choices={[
            { value: 'yes', label: 'Ya' },
            { value: 'no', label: 'Belum' },
          ]}
        />
      ),
    },
    {
      name: 'Checkboxes',
      render: () => (
        <>
          <Checkboxes
            name="privacy"
            label="Siapa yang boleh tahu?"
            values={['anonymous']}
            choices={[
              {
                value: 'yes',
                name: 'anonymous',
                label: 'Anonim',
                hint: 'Instansi yang diadukan dan publik tidak tahu siapa Anda.',
              },
              { value: 'yes', name: 'confidential', label: 'Rahasia', hint: 'Publik tidak dapat membaca pengaduan ini.' },
            ]}
          />
          <Checkbox
            name="agree"
            label="Kode tanda terima sudah saya simpan"
            hint="Tanpa kode, pengaduan tidak dapat dibuka lagi."
          />
        </>
      ),
    },
    {
      name: 'DateInput',
      render: () => (
        <>
          <DateInput
            name="occurred"
            label="Kapan terjadi?"
            hint="Misalnya 17 3 2026"
            value={partsOfDay(Temporal.PlainDate.from('2026-03-17'))}
          />
          <DateInput
            name="decree"
            label="Tanggal SK"
            value={{ day: '31', month: '2', year: '2026' }}
            errors={[{ field: 'decree', message: 'Tanggal SK harus tanggal yang benar-benar ada' }]}
          />
        </>
      ),
    },
    {
      name: 'FileUpload',
      render: () => (
        <Form action="/design" multipart>
          <FileUpload
            name="files"
            label="Foto dan dokumen"
            hint="Paling besar 10 MB satu berkas."
            optional
            uploadUrl="/design/files"
            accept="image/*,application/pdf"
            uploaded={[{ id: '1', name: 'loket-tutup.jpg', about: 'foto JPEG, 240 kB' }]}
          />
        </Form>
      ),
    },
    {
      name: 'LocationInput',
      render: () => <LocationInput name="place" label={{ lat: 'Lintang', lng: 'Bujur' }} />,
    },
    {
      name: 'Buttons',
      render: () => (
        <Form action="/design">
          <Hidden name="from" value="gallery" />
          <PasswordInput name="password" label="Kata sandi" autocomplete="current-password" />
          <LinkButton href="/complaints/new" start>
            Mulai sekarang
          </LinkButton>
          <ButtonGroup>
            <Button>Kirim pengaduan</Button>
            <Button kind="secondary" name="save" value="draft">
              Simpan dulu
            </Button>
            <WarningButton>Arsipkan</WarningButton>
            <a href="/design">Batal</a>
          </ButtonGroup>
        </Form>
      ),
    },
  ],
};

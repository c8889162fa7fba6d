/**
 * <tuntas-file-upload url csrf texts> around a file input, its list of stored files and its upload button: files go up one by
 * one as soon as they are chosen or dropped, each with its own progress. A lost connection or a server in trouble is tried
 * again by itself, then on request; a refused file says why. The other files and the rest of the form stay as they are.
 */
interface Texts {
  readonly drop: string;
  readonly choose: string;
  readonly uploading: string;
  readonly failed: string;
  readonly done: string;
  readonly retry: string;
  readonly remove: string;
}

interface Stored {
  readonly id: string;
  readonly name: string;
  readonly about: string;
}

const TRIES = 3;

class FileUpload extends HTMLElement {
  #texts!: Texts;
  #list!: HTMLElement;
  #status = document.createElement('div');
  readonly #underWay = new Set<Promise<void>>();

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type="file"]');
    const list = this.querySelector<HTMLElement>('.tuntas-uploads__list');
    if (!input || !list || this.#status.isConnected) return;
    this.#texts = JSON.parse(this.getAttribute('texts') ?? '{}') as Texts;
    this.#list = list;
    this.#status.className = 'govuk-visually-hidden';
    this.#status.setAttribute('role', 'status');
    this.append(this.#status);
    this.querySelector('.tuntas-uploads__submit')?.remove();

    const zone = document.createElement('div');
    zone.className = 'tuntas-dropzone';
    const note = document.createElement('span');
    note.textContent = this.#texts.drop;
    input.before(zone);
    zone.append(input, note);
    input.addEventListener('change', () => {
      this.#add(input.files);
      // The chosen files are on their way; the form itself must not send them a second time.
      input.value = '';
    });
    input.form?.addEventListener('submit', (event) => this.#holdBack(event));
    zone.addEventListener('dragover', (event) => {
      event.preventDefault();
      zone.classList.add('tuntas-dropzone--over');
    });
    zone.addEventListener('dragleave', () => zone.classList.remove('tuntas-dropzone--over'));
    zone.addEventListener('drop', (event) => {
      event.preventDefault();
      zone.classList.remove('tuntas-dropzone--over');
      this.#add(event.dataTransfer?.files ?? null);
    });
  }

  #add(files: FileList | null): void {
    for (const file of files ?? []) {
      const row = new Row(file.name);
      this.#list.append(row.element);
      this.#list.parentElement?.removeAttribute('hidden');
      this.#start(file, row);
    }
  }

  #start(file: File, row: Row): void {
    const sending = this.#send(file, row).finally(() => this.#underWay.delete(sending));
    this.#underWay.add(sending);
  }

  /** The form waits for files on their way, so that leaving the page does not cut them off. */
  #holdBack(event: SubmitEvent): void {
    if (this.#underWay.size === 0) return;
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    void Promise.all(this.#underWay).then(() => form.requestSubmit(event.submitter));
  }

  async #send(file: File, row: Row): Promise<void> {
    row.working(this.#texts.uploading);
    for (let tries = 1; ; tries += 1) {
      const answer = await post(this.getAttribute('url') ?? '', this.getAttribute('csrf') ?? '', file, (share) =>
        row.progress(share),
      );
      if (answer.kind === 'stored') {
        row.stored(answer.file, this.#texts.remove);
        this.#status.textContent = `${answer.file.name}: ${this.#texts.done}`;
        return;
      }
      if (answer.kind === 'refused' || tries === TRIES) {
        const message = answer.kind === 'refused' ? answer.reason : this.#texts.failed;
        row.failed(message, this.#texts, answer.kind === 'trouble' ? () => this.#start(file, row) : undefined);
        this.#status.textContent = `${file.name}: ${message}`;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** tries));
    }
  }
}

/** One line of the list while its file is on the way. */
class Row {
  readonly element = document.createElement('li');
  readonly #name: string;
  #bar = document.createElement('progress');

  constructor(name: string) {
    this.#name = name;
    this.element.className = 'tuntas-uploads__item';
  }

  working(text: string): void {
    this.#bar = document.createElement('progress');
    this.#bar.max = 1;
    this.#bar.value = 0;
    this.#bar.setAttribute('aria-label', `${this.#name}: ${text}`);
    this.element.replaceChildren(this.#label(text), this.#bar);
  }

  progress(share: number): void {
    this.#bar.value = share;
  }

  stored(file: Stored, remove: string): void {
    const button = action(remove, file.name);
    button.type = 'submit';
    button.name = 'remove';
    button.value = file.id;
    this.element.replaceChildren(label(file.name, file.about), button);
  }

  failed(message: string, texts: Texts, retry: (() => void) | undefined): void {
    const text = this.#label(message);
    text.classList.add('tuntas-uploads__name--failed');
    const remove = action(texts.remove, this.#name);
    remove.addEventListener('click', () => this.element.remove());
    const buttons: Node[] = [remove];
    if (retry) {
      const again = action(texts.retry, this.#name);
      again.addEventListener('click', retry);
      buttons.unshift(again);
    }
    this.element.replaceChildren(text, ...buttons);
  }

  #label(about: string): HTMLElement {
    return label(this.#name, about);
  }
}

function label(name: string, about: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'tuntas-uploads__name';
  const small = document.createElement('span');
  small.className = 'tuntas-uploads__about';
  small.textContent = about;
  element.append(`${name} `, small);
  return element;
}

function action(text: string, about: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'govuk-button govuk-button--secondary tuntas-uploads__remove';
  const hidden = document.createElement('span');
  hidden.className = 'govuk-visually-hidden';
  hidden.textContent = ` ${about}`;
  button.append(text, hidden);
  return button;
}

type Answer =
  | { readonly kind: 'stored'; readonly file: Stored }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'trouble' };

/** XMLHttpRequest, because fetch still cannot tell how much of a body has gone up. */
function post(url: string, csrf: string, file: File, progress: (share: number) => void): Promise<Answer> {
  const body = new FormData();
  body.append('_csrf', csrf);
  body.append('file', file, file.name);
  const request = new XMLHttpRequest();
  request.open('POST', url);
  request.setRequestHeader('Accept', 'application/json');
  request.responseType = 'json';
  request.upload.addEventListener('progress', (event) => event.lengthComputable && progress(event.loaded / event.total));
  return new Promise((resolve) => {
    request.addEventListener('load', () => {
      const answer = request.response as (Partial<Stored> & { detail?: string; title?: string }) | null;
      if (request.status >= 200 && request.status < 300 && answer?.id) resolve({ kind: 'stored', file: answer as Stored });
      else if (request.status >= 400 && request.status < 500 && request.status !== 429 && answer?.title) {
        resolve({ kind: 'refused', reason: answer.detail ?? answer.title });
      } else resolve({ kind: 'trouble' });
    });
    for (const event of ['error', 'abort', 'timeout']) request.addEventListener(event, () => resolve({ kind: 'trouble' }));
    request.timeout = 120_000;
    request.send(body);
  });
}

customElements.define('tuntas-file-upload', FileUpload);

/** A file that the server keeps until a complaint takes it. */
export interface UploadedFile {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
}

/** A file was not taken. The message is the server's sentence; empty where it never answered. */
export class UploadFailed extends Error {
  override readonly name = 'UploadFailed';
  /** The same file may well arrive next time. */
  readonly canRetry: boolean;

  constructor(message: string, canRetry: boolean) {
    super(message);
    this.canRetry = canRetry;
  }
}

export interface Upload {
  done: Promise<UploadedFile>;
  cancel: () => void;
}

/** Sends one file, telling the percent sent. `done` rejects with UploadFailed; a cancelled upload never answers. */
export function uploadFile(file: File, onProgress: (percent: number) => void): Upload {
  // `fetch` doesn't tell how far an upload is.
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append('file', file, file.name);
  const done = new Promise<UploadedFile>((resolve, reject) => {
    request.open('POST', '/public/files');
    request.setRequestHeader('x-duban', '1');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? Math.floor((loaded / total) * 100) : 0);
    request.onload = () => {
      const told = answerOf(request.responseText);
      if (request.status === 200 && told.id && told.name) resolve({ id: told.id, name: told.name, size: told.size ?? file.size });
      else reject(new UploadFailed(told.message ?? '', request.status < 400 || request.status >= 500 || request.status === 429));
    };
    request.onerror = () => reject(new UploadFailed('', true));
    request.send(body);
  });
  return { done, cancel: () => request.abort() };
}

function answerOf(text: string): Partial<UploadedFile> & { message?: string } {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

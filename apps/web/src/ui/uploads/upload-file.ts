/** A file that the server keeps as the person's own until an act takes it. */
export interface UploadedFile {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  mediaType: string;
}

/** What the server says against a file. */
export interface UploadProblem {
  /** Key of the sentence; none where the file never arrived. */
  code?: string | undefined;
  /** Its sentence, in Chinese. */
  message?: string | undefined;
  /** What the file really is. */
  content?: string | undefined;
  extension?: string | undefined;
}

export class UploadFailed extends Error {
  override readonly name = 'UploadFailed';
  readonly problem: UploadProblem;

  constructor(problem: UploadProblem) {
    super(problem.message ?? 'not sent');
    this.problem = problem;
  }
}

interface Sending {
  onProgress: (percent: number) => void;
  signal: AbortSignal;
}

/** Sends one evidence file. UploadFailed with what is wrong; an aborted upload never answers. */
export function uploadFile(file: File, { onProgress, signal }: Sending): Promise<UploadedFile> {
  const body = new FormData();
  body.append('file', file, file.name);
  // `fetch` does not tell how far an upload is.
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.open('POST', '/files/attachments');
    request.setRequestHeader('x-duban-csrf', '1');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? Math.floor((loaded / total) * 100) : 0);
    request.onload = () => {
      const told = answerOf(request.responseText);
      if (request.status === 200 && told.id) resolve(told as UploadedFile);
      else reject(new UploadFailed(told));
    };
    request.onerror = () => reject(new UploadFailed({}));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

function answerOf(text: string): Partial<UploadedFile> & UploadProblem {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

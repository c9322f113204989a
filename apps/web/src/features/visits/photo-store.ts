/** Photos that the server doesn't have yet, kept by the browser: closing the page loses none. */
type StoredPhoto = { id: string; userId: string; name: string; type: string; bytes: ArrayBuffer };

const storeName = 'photos';

/** For browsers that keep nothing (private windows): gone with the page. */
const inMemory = new Map<string, File>();

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (typeof indexedDB === 'undefined') return reject(new Error('no storage'));
    const request = indexedDB.open('duban-visits', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inStore<Value>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, mode);
      const request = work(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Keeps a photo. False when it is kept for as long as the page is open only. */
export async function keepPhoto(id: string, userId: string, file: File): Promise<boolean> {
  inMemory.set(id, file);
  try {
    // Bytes, not the file itself: some phones lose the file behind it.
    const photo: StoredPhoto = { id, userId, name: file.name, type: file.type, bytes: await file.arrayBuffer() };
    await inStore('readwrite', (store) => store.put(photo));
    return true;
  } catch {
    return false;
  }
}

/** A photo of this person; null when it is not there. */
export async function readPhoto(id: string, userId: string): Promise<File | null> {
  const held = inMemory.get(id);
  if (held) return held;
  try {
    const photo = await inStore<StoredPhoto | undefined>('readonly', (store) => store.get(id));
    return photo && photo.userId === userId ? new File([photo.bytes], photo.name, { type: photo.type }) : null;
  } catch {
    return null;
  }
}

export async function dropPhotos(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    inMemory.delete(id);
    await inStore('readwrite', (store) => store.delete(id)).catch(() => undefined);
  }
}

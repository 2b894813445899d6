import { getFetchClient } from '@strapi/strapi/admin';
import { personalFile } from '../../../../shared/personal-file';
import type {
  ErasureView,
  PersonalEraseResponse,
  PersonalPage,
} from '../../../../shared/contracts/privacy';

const PRIVACY = '/analysis/privacy';

/** A page of what is stored under an address; the address stays out of every log. */
export async function readPersonal(email: string, cursor: string | null): Promise<PersonalPage> {
  const path = `${PRIVACY}/export`;
  return (await getFetchClient().post<PersonalPage>(path, { data: { email, cursor } })).data;
}

/** All of it as a file, read page by page. @param onProgress how many comments are there so far */
export async function personalBlob(
  email: string,
  onProgress: (count: number) => void
): Promise<Blob> {
  const parts: string[] = [];
  let count = 0;
  const read = async (cursor: string | null) => {
    const page = await readPersonal(email, cursor);
    count += page.data.comments.length;
    onProgress(count);
    return page;
  };
  for await (const part of personalFile(read, new Date())) parts.push(part);
  return new Blob(parts, { type: 'application/json' });
}

/** Erases a part; see `ErasureView.more`. */
export async function erasePersonal(email: string): Promise<ErasureView> {
  const path = `${PRIVACY}/erase`;
  return (await getFetchClient().post<PersonalEraseResponse>(path, { data: { email } })).data.data;
}

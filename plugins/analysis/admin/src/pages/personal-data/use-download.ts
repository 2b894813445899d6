import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { personalBlob } from './personal-api';
import { usePersonalText } from '../../lib/text';
import { useErrorText } from '../../lib/use-error-text';

function save(blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  // The address would stay in the list of downloads.
  link.download = `personal-data-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Saves all that is stored under an address as a file; says how far it is. */
export function useDownload() {
  const t = usePersonalText();
  const errorText = useErrorText();
  const { toggleNotification } = useNotification();
  const [downloading, setDownloading] = useState<number | null>(null);

  const download = async (email: string) => {
    if (downloading !== null) return;
    setDownloading(0);
    try {
      save(await personalBlob(email, setDownloading));
    } catch (error) {
      const message = t('download.failed', { message: errorText(error) });
      toggleNotification({ type: 'danger', message });
    } finally {
      setDownloading(null);
    }
  };

  return { downloading, download };
}

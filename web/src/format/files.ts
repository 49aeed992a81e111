/** A file's form as people call it; a rare one as it is written. */
export const formOf = (mediaType: string): string => forms[mediaType] ?? mediaType;

const forms: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/xml': 'XML',
  'text/xml': 'XML',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/tiff': 'TIFF',
  'text/plain': 'TXT',
  'text/csv': 'CSV',
  'message/rfc822': 'E-Mail',
  'application/zip': 'ZIP',
};

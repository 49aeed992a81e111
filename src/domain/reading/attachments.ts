import type { Invoice } from '../invoice/invoice.js';
import type { Attachment } from '../validation/examination.js';

/** The supporting documents that are embedded in an invoice (BG-24 with BT-125), by their place in its bytes. */
export const attachmentsOf = (invoice: Invoice): readonly Attachment[] =>
  (invoice.supportingDocuments ?? []).flatMap(({ attachment, reference }, index) =>
    attachment === undefined
      ? []
      : [
          {
            name: attachment.fileName || reference || `attachment-${index + 1}`,
            mediaType: attachment.mediaType ?? '',
            base64At: attachment.base64At ?? null,
          },
        ],
  );

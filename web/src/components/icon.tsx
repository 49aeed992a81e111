/** Names in full: the style sheet keeps only what is written somewhere (see kern-css.js). */
const icons = {
  add: 'kern-icon--add',
  back: 'kern-icon--arrow-back',
  check: 'kern-icon--check',
  checklist: 'kern-icon--checklist',
  close: 'kern-icon--close',
  danger: 'kern-icon--danger',
  download: 'kern-icon--download',
  edit: 'kern-icon--edit',
  forward: 'kern-icon--arrow-forward',
  help: 'kern-icon--help',
  home: 'kern-icon--home',
  info: 'kern-icon--info',
  language: 'kern-icon--language',
  mail: 'kern-icon--mail',
  menu: 'kern-icon--dehaze',
  open: 'kern-icon--open-in-new',
  person: 'kern-icon--account-circle',
  renew: 'kern-icon--autorenew',
  search: 'kern-icon--search',
  signOut: 'kern-icon--logout',
  success: 'kern-icon--success',
  theme: 'kern-icon--brightness-medium',
  upload: 'kern-icon--drive-folder-upload',
  visible: 'kern-icon--visibility',
  warning: 'kern-icon--warning',
} as const;

export type IconName = keyof typeof icons;

/** A picture beside words; it says nothing that the words do not. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <span className={`kern-icon ${icons[name]}`} aria-hidden="true" />
);

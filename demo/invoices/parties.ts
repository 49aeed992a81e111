import type { Party, Seller } from './description.js';

// Town, firms, people, accounts and numbers are invented. Check digits are right; no bank code begins with 9,
// the telephone numbers lie in the ranges kept for drama, and the mail domains end in .example (RFC 2606).

export const town: Party = {
  name: 'Stadt Auenfurt am Rhein',
  street: 'Rathausplatz 1',
  city: 'Auenfurt am Rhein',
  postCode: '55999',
  country: 'DE',
  mail: 'rechnung@auenfurt.example',
};

export const systemhaus: Seller = {
  name: 'Rheinbogen Systemhaus GmbH',
  street: 'Werftstraße 12',
  city: 'Rheinbogen',
  postCode: '55998',
  country: 'DE',
  mail: 'rechnung@rheinbogen.example',
  vatId: 'DE999100018',
  iban: 'DE48999000010001234501',
  contact: { name: 'Nele Brandt', phone: '+49 69 90009 120', mail: 'n.brandt@rheinbogen.example' },
};

export const roadBuilder: Seller = {
  name: 'Kranich Tiefbau GmbH & Co. KG',
  street: 'Am Kieswerk 3',
  city: 'Neuauen',
  postCode: '55997',
  country: 'DE',
  mail: 'buchhaltung@kranich-tiefbau.example',
  vatId: 'DE999100122',
  iban: 'DE76999000020003456703',
  contact: { name: 'Jörg Kranich', phone: '+49 221 4710 315', mail: 'j.kranich@kranich-tiefbau.example' },
};

export const stationer: Seller = {
  name: 'Papierhof Lindner OHG',
  street: 'Marktgasse 8',
  city: 'Auenfurt am Rhein',
  postCode: '55999',
  country: 'DE',
  mail: 'kontor@papierhof.example',
  vatId: 'DE999100235',
  iban: 'DE59999000030004567804',
  contact: { name: 'Meike Lindner', phone: '+49 69 90009 340', mail: 'meike@papierhof.example' },
};

export const energySupplier: Seller = {
  name: 'Auenstrom Energie GmbH',
  street: 'Turbinenweg 1',
  city: 'Auenfurt am Rhein',
  postCode: '55999',
  country: 'DE',
  mail: 'abrechnung@auenstrom.example',
  vatId: 'DE999100341',
  iban: 'DE69999000020005678905',
  contact: { name: 'Kundenservice Kommunen', phone: '+49 40 66969 410', mail: 'kommunen@auenstrom.example' },
};

export const licenceDealer: Seller = {
  name: 'Fernblick Softwarehandel AG',
  street: 'Grenzallee 77',
  city: 'Seehalden',
  postCode: '78999',
  country: 'DE',
  mail: 'billing@fernblick.example',
  vatId: 'DE999100456',
  iban: 'DE86999000030006789006',
  contact: { name: 'Reto Amsler', phone: '+49 89 99998 522', mail: 'r.amsler@fernblick.example' },
};

export const joiner: Seller = {
  name: 'Schreinerei Holm e. K.',
  street: 'Sägeweg 5',
  city: 'Neuauen',
  postCode: '55997',
  country: 'DE',
  mail: 'post@schreinerei-holm.example',
  vatId: 'DE999100569',
  iban: 'DE21999000040007890107',
  contact: { name: 'Ida Holm', phone: '+49 30 23125 618', mail: 'ida@schreinerei-holm.example' },
};

/** Whom a mail is from. */
export type Sender = Pick<Party, 'name' | 'mail'>;

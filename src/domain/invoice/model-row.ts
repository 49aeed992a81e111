/** The semantic data types of EN 16931-1:2017, 6.5. */
export type DataType =
  | 'amount'
  | 'unitPriceAmount'
  | 'quantity'
  | 'percentage'
  | 'identifier'
  | 'documentReference'
  | 'code'
  | 'date'
  | 'text'
  | 'binaryObject';

/**
 * How a value stands in JSON. `string`: its canonical lexical form. The others are objects because the standard
 * gives the value attributes: a scheme, a unit, a media type and a file name.
 */
export type Shape = 'string' | 'schemed' | 'quantity' | 'binary';

/** As the standard (or the extension) prints it; what the model can hold is said by `many`. */
export type Cardinality = '0..1' | '1..1' | '0..n' | '1..n';

interface Row {
  /** 'BT-1', 'BG-23', ...; '' for a group that the standard does not have. */
  readonly id: string;
  readonly cardinality: Cardinality;
  /** Whether the model holds a list. It does also where EN 16931-1:2017 says 0..1 but the syntaxes allow several. */
  readonly many: boolean;
  readonly de: string;
  readonly en: string;
  readonly doc: string;
}

/** A business term (BT). */
export interface TermRow extends Row {
  readonly kind: 'term';
  readonly type: DataType;
  readonly shape: Shape;
  /** Ids of what stands beside the value in its JSON object: `unit` of a quantity is BT-130, a `scheme` BT-29-1. */
  readonly parts: Readonly<Record<string, string>>;
}

/** A business group (BG). `subLineId` names it where it stands below a sub invoice line of the XRechnung Extension. */
export interface GroupRow extends Row {
  readonly kind: 'group';
  readonly subLineId: string | null;
  readonly fields: Fields;
}

/** A group that repeats the group it stands in, to any depth: sub invoice lines. */
export interface SelfRow extends Row {
  readonly kind: 'self';
}

export type Fields = Readonly<Record<string, TermRow | GroupRow | SelfRow>>;

/** An identifier with its scheme (BT-29-1 and its like) and, for classifications, the scheme's version. */
export interface SchemedIdentifier {
  readonly value: string;
  readonly scheme?: string;
  readonly schemeVersion?: string;
}

/** A decimal as it is written, with its unit of measure (UN/ECE Recommendation 20 and 21). */
export interface Quantity {
  readonly value: string;
  readonly unit?: string;
}

/** An attached document (BT-125): long contents by their place in the original's bytes, short ones as they stand. */
export interface BinaryObject {
  readonly mediaType?: string;
  readonly fileName?: string;
  /** Byte offsets of the base64 text in the original XML, end exclusive. */
  readonly base64At?: { readonly start: number; readonly end: number };
  readonly base64?: string;
}

interface Values {
  readonly string: string;
  readonly schemed: SchemedIdentifier;
  readonly quantity: Quantity;
  readonly binary: BinaryObject;
}

type Listed<R extends Row, V> = R['many'] extends true ? readonly V[] : V;

/** The JSON of a group: every key may be missing, for a document may lack what the standard demands. */
export type GroupOf<F> = {
  readonly [K in keyof F]?: F[K] extends TermRow
    ? Listed<F[K], Values[F[K]['shape']]>
    : F[K] extends GroupRow
      ? Listed<F[K], GroupOf<F[K]['fields']>>
      : F[K] extends SelfRow
        ? readonly GroupOf<F>[]
        : never;
};

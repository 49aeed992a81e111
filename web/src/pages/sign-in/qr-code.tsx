import { encode } from 'uqr';
import '../../styles/second-factor.css';

/** A QR code as one path: drawn by the page itself, so that the key in it goes to nobody. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { border: 4 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')))
    .join('');
  return (
    <svg className="factor__qr" viewBox={`0 0 ${String(size)} ${String(size)}`} role="img" aria-label={label}>
      <rect className="factor__qr-paper" width={size} height={size} />
      <path className="factor__qr-ink" d={path} shapeRendering="crispEdges" />
    </svg>
  );
}

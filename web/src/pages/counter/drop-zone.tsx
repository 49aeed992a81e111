import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../components/button.js';
import { useWords } from '../../words/words.js';
import { counterWords } from './counter.words.js';

interface DropZoneProps {
  readonly several: boolean;
  /** What may be brought, and how much. */
  readonly hint: string;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that opens the file chooser; files may also be dropped anywhere on the page. */
export function DropZone({ several, hint, disabled = false, onFiles }: DropZoneProps) {
  const say = useWords(counterWords);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { isOver, droppedFolder } = useDrop((files) => !disabled && onFiles(files));
  return (
    <div className={`drop-zone ${isOver && !disabled ? 'drop-zone--over' : ''}`}>
      <p className="drop-zone__drop">{say(several ? 'dropSeveral' : 'dropOne')}</p>
      <Button icon="upload" disabled={disabled} aria-describedby={id} onClick={() => input.current?.click()}>
        {say(several ? 'chooseSeveral' : 'chooseOne')}
      </Button>
      <p id={id} className="kern-body kern-body--small kern-body--muted">
        {hint}
      </p>
      {droppedFolder && (
        <p className="drop-zone__fault" role="alert">
          {say('folder')}
        </p>
      )}
      <input
        ref={input}
        type="file"
        hidden
        multiple={several}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // So that choosing the same file again is noticed.
          target.value = '';
        }}
      />
    </div>
  );
}

/** Listens to the whole window: a file that misses the zone must not replace the page. */
function useDrop(onFiles: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false);
  const [droppedFolder, setFolder] = useState(false);
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  });
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(false);
      const { files, folders } = contentOf(event.dataTransfer);
      setFolder(folders > 0);
      if (files.length > 0) take.current(files);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return { isOver, droppedFolder };
}

/** A dropped folder looks like a file and cannot be read. */
function contentOf({ items }: DataTransfer): { readonly files: readonly File[]; readonly folders: number } {
  const dropped = [...items].filter(({ kind }) => kind === 'file');
  const folders = dropped.filter((item) => item.webkitGetAsEntry()?.isDirectory === true);
  const files = dropped.filter((item) => !folders.includes(item)).flatMap((item) => item.getAsFile() ?? []);
  return { files, folders: folders.length };
}

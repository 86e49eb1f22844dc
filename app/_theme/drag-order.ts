import type { DragEvent } from 'react';

interface Draggable {
  /** What kind of thing it is: only others of its kind are dropped onto it. */
  readonly kind: string;
  readonly id: string;
  /** One that keeps its place. */
  readonly isFixed?: boolean;
  readonly onMove: (moved: string, target: string) => void;
}

/** Makes an element one of a list whose order is changed by dragging: it is dropped onto the one whose place it takes. */
export function dragOrder({ kind, id, isFixed = false, onMove }: Draggable) {
  const type = `text/x-bugdrill-${kind}`;
  return {
    draggable: !isFixed,
    onDragStart: (event: DragEvent) => event.dataTransfer.setData(type, id),
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes(type)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const moved = event.dataTransfer.getData(type);
      if (moved === '') return;
      event.preventDefault();
      onMove(moved, id);
    },
  };
}

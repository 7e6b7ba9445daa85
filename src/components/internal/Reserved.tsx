import type { CSSProperties, ReactNode } from "react";

/** Props shared by components that may keep room for what is on its way. */
export interface ReserveProps {
  /**
   * Lines of text, where it is narrow, that it keeps room for beyond what its rows mostly take, whatever it shows; half as many
   * where it is wide. What follows never moves up then, and moves down only by what goes beyond. Left out, it is as high as its
   * content.
   */
  reserve?: number | undefined;
}

interface ReservedProps extends ReserveProps {
  /** What takes the room that is kept. */
  room: ReactNode;
  children: ReactNode;
}

/** Content that takes at least the room of what was expected in its place, which nobody sees or hears. */
export function Reserved({ reserve, room, children }: ReservedProps) {
  if (reserve === undefined) return children;
  return (
    <div className="cr:grid cr:*:[grid-area:1/1]">
      <div>{children}</div>
      <div className="cr:invisible cr:print:hidden" aria-hidden="true">
        {room}
        <div
          className="cr:h-[calc(var(--cr-reserve)*1.25rem)] cr:@2xl:h-[calc(var(--cr-reserve)*0.625rem)]"
          style={{ "--cr-reserve": reserve } as CSSProperties}
        />
      </div>
    </div>
  );
}

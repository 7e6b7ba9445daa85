import "checkrail/styles.css";
import type { ReactNode } from "react";

export const metadata = { title: "Checkrail in Next.js" };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" data-theme="light">
      <body>{children}</body>
    </html>
  );
}

import "@testing-library/jest-dom/vitest";
import "@fontsource-variable/inter/index.css";
import "../../.storybook/preview.css";
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

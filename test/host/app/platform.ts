/** What the app runs on: Linux, unless the page was asked for a phone or a tablet. */
export const Platform = {
  isDesktop: true,
  isMobile: false,
  isDesktopApp: true,
  isMobileApp: false,
  isIosApp: false,
  isAndroidApp: false,
  isPhone: false,
  isTablet: false,
  isMacOS: false,
  isWin: false,
  isLinux: true,
  isSafari: false,
  resourcePathPrefix: "blob:",
};

/** Be a phone or a tablet with Android, or a desktop again. To be called before the app starts. */
export function setPlatform(device: "desktop" | "phone" | "tablet"): void {
  const isMobile = device !== "desktop";
  Object.assign(Platform, {
    isDesktop: !isMobile,
    isDesktopApp: !isMobile,
    isMobile,
    isMobileApp: isMobile,
    isAndroidApp: isMobile,
    isPhone: device === "phone",
    isTablet: device === "tablet",
    isLinux: !isMobile,
  });
}

import * as mocks from "obsidian-test-mocks/obsidian";
import { Editor } from "../editor/editor.ts";
import { EditorSuggest } from "../editor/editor-suggest.ts";
import { editorEditorField, editorInfoField, editorLivePreviewField } from "../editor/fields.ts";
import { MarkdownView } from "../editor/markdown-view.ts";
import { MetadataCache } from "../metadata/metadata-cache.ts";
import { frontmatterBlock } from "../metadata/frontmatter.ts";
import { resolveSubpath } from "../metadata/subpath.ts";
import { MarkdownRenderer } from "../reading/markdown-renderer.ts";
import { MarkdownRenderChild } from "../reading/post-process.ts";
import { MarkdownPreviewView } from "../reading/preview-view.ts";
import { sanitizeHTMLToDom } from "../reading/sanitize.ts";
import { SettingGroup } from "../settings/setting-group.ts";
import { SettingPage } from "../settings/setting-page.ts";
import { PluginSettingTab, SettingTab } from "../settings/setting-tab.ts";
import { Setting } from "../settings/setting.ts";
import * as components from "../ui/components.ts";
import { ConfirmationButton, ConfirmationModal } from "../ui/confirmation-modal.ts";
import { HoverPopover } from "../ui/hover-preview.ts";
import { addIcon, getIcon, getIconIds, removeIcon, setIcon } from "../ui/icons.ts";
import { Keymap, Scope } from "../ui/keymap.ts";
import { Menu, MenuItem } from "../ui/menu.ts";
import { Modal } from "../ui/modal.ts";
import { Notice } from "../ui/notice.ts";
import { renderMatches, renderResults } from "../ui/search-results.ts";
import { PopoverSuggest } from "../ui/popover-suggest.ts";
import { FuzzySuggestModal, SuggestModal } from "../ui/suggest-modal.ts";
import { displayTooltip, setTooltip } from "../ui/tooltip.ts";
import { FileManager } from "../vault/file-manager.ts";
import { TAbstractFile, TFile, TFolder } from "../vault/files.ts";
import { normalizePath } from "../vault/paths.ts";
import { Vault } from "../vault/vault.ts";
import * as containers from "../workspace/containers.ts";
import { EditableFileView, FileView, TextFileView } from "../workspace/file-view.ts";
import { WorkspaceItem, WorkspaceParent } from "../workspace/item.ts";
import { WorkspaceLeaf } from "../workspace/leaf.ts";
import { WorkspaceRibbon } from "../workspace/ribbon.ts";
import { WorkspaceTabs } from "../workspace/tabs.ts";
import { ItemView, View } from "../workspace/view.ts";
import { Workspace } from "../workspace/workspace.ts";
import { App } from "./app.ts";
import { Component } from "./component.ts";
import { debounce } from "./debounce.ts";
import { Events } from "./events.ts";
import { Platform } from "./platform.ts";
import { Plugin } from "./plugin.ts";
import { isNewer } from "./strict.ts";

/** The version of the app that the host stands for. */
const apiVersion = "1.13.1";

/** The functions of the mocks whose behaviour is that of the documentation. */
const {
  arrayBufferToBase64,
  arrayBufferToHex,
  base64ToArrayBuffer,
  getAllTags,
  getLinkpath,
  hexToArrayBuffer,
  iterateCacheRefs,
  iterateRefs,
  moment,
  parseFrontMatterAliases,
  parseFrontMatterEntry,
  parseFrontMatterStringArray,
  parseFrontMatterTags,
  parseLinktext,
  parseYaml,
  prepareFuzzySearch,
  prepareSimpleSearch,
  stringifyYaml,
  stripHeading,
  stripHeadingForLink,
} = mocks;

function getFrontMatterInfo(text: string): object {
  const block = frontmatterBlock(text);
  if (!block) return { exists: false, frontmatter: "", from: 0, to: 0, contentStart: 0 };
  const from = text.indexOf("\n") + 1;
  return {
    exists: true,
    frontmatter: block.yaml,
    from,
    to: from + block.yaml.length,
    contentStart: block.end,
  };
}

/** All that the host gives to `require("obsidian")`. What is not here throws. */
export const obsidianModule: Readonly<Record<string, unknown>> = {
  ...components,
  ...containers,
  App,
  Component,
  ConfirmationButton,
  ConfirmationModal,
  EditableFileView,
  Editor,
  EditorSuggest,
  Events,
  FileManager,
  FileView,
  FuzzySuggestModal,
  HoverPopover,
  ItemView,
  Keymap,
  MarkdownPreviewView,
  MarkdownRenderChild,
  MarkdownRenderer,
  MarkdownView,
  Menu,
  MenuItem,
  MetadataCache,
  Modal,
  Notice,
  Platform,
  Plugin,
  PluginSettingTab,
  PopoverSuggest,
  Scope,
  Setting,
  SettingGroup,
  SettingPage,
  SettingTab,
  SuggestModal,
  TAbstractFile,
  TFile,
  TFolder,
  TextFileView,
  Vault,
  View,
  Workspace,
  WorkspaceItem,
  WorkspaceLeaf,
  WorkspaceParent,
  WorkspaceRibbon,
  WorkspaceTabs,
  addIcon,
  apiVersion,
  arrayBufferToBase64,
  arrayBufferToHex,
  base64ToArrayBuffer,
  debounce,
  displayTooltip,
  editorEditorField,
  editorInfoField,
  editorLivePreviewField,
  // Its deprecated name.
  editorViewField: editorInfoField,
  getAllTags,
  getFrontMatterInfo,
  getIcon,
  getIconIds,
  getLanguage: () => "en",
  getLinkpath,
  hexToArrayBuffer,
  iterateCacheRefs,
  iterateRefs,
  moment,
  normalizePath,
  parseFrontMatterAliases,
  parseFrontMatterEntry,
  parseFrontMatterStringArray,
  parseFrontMatterTags,
  parseLinktext,
  parseYaml,
  prepareFuzzySearch,
  prepareSimpleSearch,
  removeIcon,
  renderMatches,
  renderResults,
  requireApiVersion: (version: string) => !isNewer(version, apiVersion),
  resolveSubpath,
  sanitizeHTMLToDom,
  setIcon,
  setTooltip,
  stringifyYaml,
  stripHeading,
  stripHeadingForLink,
};

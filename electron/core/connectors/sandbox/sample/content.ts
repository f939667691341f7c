/** What we wrote about one client brand of the sample agency. */
export interface BrandContent {
  /** Equals the name of its folder. */
  readonly key: string;
  readonly name: string;
  readonly colour: string;
  readonly monogram: string;
  readonly timezone: string;
  readonly language: string;
  /** Public names beside the handles of the accounts. */
  readonly identities: readonly { readonly kind: 'name' | 'domain' | 'hashtag'; readonly value: string }[];
  readonly accounts: readonly { readonly handle: string; readonly name: string }[];
  /** Four weeks of posts and conversations, in the notation of script.ts. */
  readonly scripts: readonly string[];
  /** What customers may write from now on, in the notation of script.ts. */
  readonly live: string;
}

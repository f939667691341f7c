import type { BrandContent } from '../content';
import { laleFincan } from './lale-fincan';
import { maviArdic } from './mavi-ardic';
import { nordkrume } from './nordkrume';
import { pekkola } from './pekkola';
import { sayerly } from './sayerly';
import { wrenfield } from './wrenfield';

/** The clients of the sample agency, in the order of the rail. */
export const brands: readonly BrandContent[] = [laleFincan, nordkrume, pekkola, maviArdic, wrenfield, sayerly];

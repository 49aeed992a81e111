import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { IssueDocumentation, issuedAnswer, type Issued } from '../../pipeline/issue-documentation.js';
import { documentKinds, type DocumentKind } from '../../pipeline/ports/documentation-records.js';
import { ReadTown } from '../../pipeline/read-town.js';
import { administrationBy } from '../administration/administration.js';
import { Answers, AnswersBytes, Repeatable } from '../answers.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { attachedFile } from '../file-answer.js';
import { IdempotencyKey } from '../headers.js';
import { uuid, wording } from '../pages.js';
import { sendDocumentPage } from '../page-answer.js';
import { valueOf } from '../problem.js';

const kind = z.enum(documentKinds).describe('Verfahrensdokumentation, or the record of processing activities');
const kindOnly = z.strictObject({ kind });

const version = z.object({
  id: z.string(),
  version: z.int(),
  issuedAt: z.string(),
  issuedByName: z.string(),
  htmlSha256: z.string(),
  markdownSha256: z.string().describe('The log names both'),
});

const documents = z.object({
  kinds: z.array(
    z.object({
      kind: z.string(),
      label: wording,
      changes: z.int().nullable().describe('Lines that have changed since the last version; null: none was issued'),
      versions: z.array(version).describe('The newest first'),
    }),
  ),
});

const LABELS: Readonly<Record<DocumentKind, z.infer<typeof wording>>> = {
  procedure: { de: 'Verfahrensdokumentation', en: 'Documentation of the procedure (GoBD)' },
  processing: { de: 'Verzeichnis von Verarbeitungstätigkeiten', en: 'Record of processing activities' },
};

/** What the program writes about itself out of what is configured, and the versions that were issued. */
@ApiTags('documentation')
@Controller('api/v1/documentation')
export class DocumentationController {
  constructor(
    private readonly documentation: IssueDocumentation,
    private readonly town: ReadTown,
  ) {}

  @Get()
  @Answers(200, 'Each kind, and whether its last version still holds', documents)
  async list(@CalledByPerson() caller: PersonCaller): Promise<z.infer<typeof documents>> {
    const issued = valueOf(await this.documentation.list(caller));
    const names = await this.town.names(caller.tenantId);
    const kinds: z.infer<typeof documents>['kinds'] = [];
    for (const one of documentKinds) {
      const { latest, differences } = valueOf(await this.documentation.draft(caller, one));
      const changed = differences.reduce((sum, { gone, come }) => sum + Math.max(gone.length, come.length), 0);
      const versions = issued
        .filter((document) => document.kind === one)
        .map(({ issuedAt, issuedBy, ...rest }) => ({
          ...{ id: rest.id, version: rest.version, issuedAt: issuedAt.toISOString() },
          issuedByName: names[issuedBy] ?? issuedBy,
          ...{ htmlSha256: rest.htmlSha256, markdownSha256: rest.markdownSha256 },
        }));
      kinds.push({ kind: one, label: LABELS[one], changes: latest === null ? null : changed, versions });
    }
    return { kinds };
  }

  /** Issues the next version with what has changed since the last one; where nothing has, that one still holds. */
  @Post()
  @HttpCode(201)
  @Repeatable()
  @Answers(201, 'The version that holds now', issuedAnswer)
  async issue(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Body({ schema: kindOnly }) body: z.infer<typeof kindOnly>,
  ): Promise<Issued> {
    return valueOf(await this.documentation.issue(administrationBy(caller, key), body.kind));
  }

  /** As it would be issued now. */
  @Get('draft')
  @AnswersBytes('The draft as a page')
  async draft(
    @CalledByPerson() caller: PersonCaller,
    @Query({ schema: kindOnly }) query: z.infer<typeof kindOnly>,
    @Res() response: Response,
  ): Promise<void> {
    sendDocumentPage(response, valueOf(await this.documentation.draft(caller, query.kind)).html);
  }

  @Get(':id/page')
  @AnswersBytes('The version as it was issued, a page (HTML)')
  async page(
    @CalledByPerson() caller: PersonCaller,
    @Param('id', { schema: uuid }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    sendDocumentPage(response, valueOf(await this.documentation.find(caller, id)).html);
  }

  @Get(':id/text')
  @AnswersBytes('The version as it was issued, in Markdown')
  async text(
    @CalledByPerson() caller: PersonCaller,
    @Param('id', { schema: uuid }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const found = valueOf(await this.documentation.find(caller, id));
    const fileName = `${found.kind}-${String(found.version)}.md`;
    return attachedFile(response, { fileName, bytes: Buffer.from(found.markdown), type: null });
  }
}

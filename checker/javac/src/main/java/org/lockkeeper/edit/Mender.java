package org.lockkeeper.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lockkeeper.check.Edit;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Fix;
import org.lockkeeper.check.Patch;
import org.lockkeeper.check.Report;
import org.lockkeeper.check.TextEdit;

/**
 * Carries out the edits of fixes on source text: afterwards a fix has a title in the source's own
 * names and a {@link Patch}, or the finding says why none is offered.
 */
public final class Mender {
  private final Function<String, Optional<String>> texts;
  private final Map<String, Optional<Source>> sources = new HashMap<>();

  /**
   * @param texts the text of a file by {@link org.lockkeeper.ir.Site#file()}; empty when it cannot
   *     be read
   */
  public Mender(Function<String, Optional<String>> texts) {
    this.texts = texts;
  }

  /** Every finding of a report, mended as far as can be. */
  public Report mend(Report report) {
    return report.with(report.findings().stream().map(this::mend).toList());
  }

  /** The finding with what its fixes come to. */
  public Finding mend(Finding finding) {
    List<Fix> fixes = new ArrayList<>();
    String refused = finding.refused();
    for (Fix fix : finding.fixes()) {
      Outcome outcome = guarded(fix);
      fixes.add(
          outcome.done()
              ? new Fix(title(outcome, fix), fix.edits(), patch(outcome))
              : new Fix(fix.title(), fix.edits(), laidOut(fix.patch())));
      refused = refused.isEmpty() ? outcome.refused() : refused;
    }
    Finding mended = fixes.equals(finding.fixes()) ? finding : finding.mended(fixes);
    return refused.equals(finding.refused()) ? mended : mended.refusing(refused);
  }

  /** Edits that belong to no finding, carried out; empty when one of them cannot be. */
  public Patch carry(List<Edit> edits) {
    Outcome outcome = guarded(new Fix("", edits));
    return outcome.done() ? patch(outcome) : Patch.NONE;
  }

  private static String title(Outcome outcome, Fix fix) {
    return outcome.title().isEmpty() ? fix.title() : outcome.title();
  }

  private Patch patch(Outcome outcome) {
    List<TextEdit> sorted = new ArrayList<>();
    for (TextEdit edit : new LinkedHashSet<>(outcome.edits())) {
      sorted.add(source(edit.file()).map(s -> Comments.kept(s.text(), edit)).orElse(edit));
    }
    sorted.sort(Comparator.comparing(TextEdit::file).thenComparing(TextEdit::start));
    return new Patch(sorted, outcome.imports());
  }

  /** What others have carried out. */
  private Patch laidOut(Patch patch) {
    List<TextEdit> edits = new ArrayList<>();
    for (TextEdit edit : patch.edits()) {
      edits.add(texts.apply(edit.file()).map(t -> Layout.kept(t, edit)).orElse(edit));
    }
    return new Patch(edits, patch.imports());
  }

  /** A fault costs one fix. */
  private Outcome guarded(Fix fix) {
    try {
      return carry(fix);
    } catch (RuntimeException fault) {
      return Outcome.refused("internal fault: " + fault);
    }
  }

  /** All edits of a fix, or none of them. */
  private Outcome carry(Fix fix) {
    Outcome all = null;
    for (Edit edit : fix.edits()) {
      Outcome one = carry(edit);
      if (!one.done()) {
        return one;
      }
      all = all == null ? one : all.and(one);
    }
    return all == null ? Outcome.NONE : all;
  }

  private Outcome carry(Edit edit) {
    Optional<Source> source = source(edit.anchor().file());
    if (source.isEmpty() || edit.anchor().offset() < 0) {
      return Outcome.NONE;
    }
    if (edit instanceof Edit.Fuse fuse) {
      return new Fusion(source.get(), fuse).carry();
    } else if (edit instanceof Edit.Update update) {
      return new Recompute(source.get(), update).carry();
    } else if (edit instanceof Edit.WrapInLock wrap) {
      return new Wrapping(source.get()).carry(wrap);
    } else if (edit instanceof Edit.SwapLocks swap) {
      return new Wrapping(source.get()).carry(swap);
    } else if (edit instanceof Edit.ReleaseInFinally release) {
      return new Wrapping(source.get()).carry(release);
    } else if (edit instanceof Edit.YieldInLoop loop) {
      return new Looping(source.get()).carry(loop);
    } else if (edit instanceof Edit.AddModifier modifier) {
      return new Declaring(source.get()).carry(modifier);
    } else if (edit instanceof Edit.AddAnnotation annotation) {
      return new Declaring(source.get()).carry(annotation);
    }
    return Outcome.NONE;
  }

  private Optional<Source> source(String file) {
    return sources.computeIfAbsent(file, f -> texts.apply(f).flatMap(t -> Source.parse(f, t)));
  }
}

package org.lockkeeper.cooperation;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.flow.Hog;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Scans;
import org.lockkeeper.interprocedural.Summarizer;
import org.lockkeeper.ir.Op;

/**
 * Pipelines that a lambda opens and leaves to others to go through: {@code flatMap(x ->
 * others.stream())}.
 */
final class OpenedPipelines {
  private static final int MAX_CALLS = 24;

  private final MethodFlow flow;
  private final FactBook book;
  private final Scans scans;

  OpenedPipelines(MethodFlow flow, FactBook book, Scans scans) {
    this.flow = flow;
    this.book = book;
    this.scans = scans;
  }

  /** One loop for each that callers can name, as if it ran here. */
  List<Hog> all() {
    List<Hog> found = new ArrayList<>();
    String type = flow.method().ref().returns();
    if (flow.method().isLambda() && flow.works(type, Fact.Shape.STREAM)) {
      flow.replay(
          (op, n, at) -> {
            if (op instanceof Op.Return r && !r.thrown() && r.value().isPresent()) {
              add(at.sym(r.value().get()), found);
            }
          });
    }
    return found;
  }

  private void add(Sym returned, List<Hog> into) {
    Op.Call opens = opens(returned);
    Sym source = opens == null ? null : scans.source(returned);
    if (source instanceof Sym.At at && Summarizer.portable(at.place())) {
      List<Summary.Via> via = List.of(new Summary.Via(opens.site(), opens.method()));
      Sym named = new Sym.At(at.place(), -1);
      into.add(new Hog(false, 1, opens.site(), via, "", named, true, null));
    }
  }

  /** The call that a pipeline begins with, such as {@code stream()}; {@code null} for others. */
  private Op.Call opens(Sym end) {
    Sym at = end;
    for (int calls = 0; calls < MAX_CALLS && at instanceof Sym.At here; calls++) {
      if (here.origin() < 0 || !(flow.op(here.origin()) instanceof Op.Call call)) {
        return null;
      }
      if (book.says(Fact.Iterates.class, call.method())) {
        return book.says(Fact.Returns.class, call.method()) ? call : null;
      }
      at = flow.args(here.origin()).length == 0 ? null : flow.args(here.origin())[0];
    }
    return null;
  }
}

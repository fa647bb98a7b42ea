package org.lockkeeper.testing;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.check.LineFacts;
import org.lockkeeper.check.Program;
import org.lockkeeper.check.Questions;
import org.lockkeeper.check.Settings;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.Hierarchy;

/** What flow knows: held locks, accesses, effects of calls, hand-offs, loops. */
public final class FlowProbe implements FactProbe {

  @Override
  public List<Known> facts(Program program, Settings settings) {
    Hierarchy hierarchy = new Hierarchy(program);
    List<ClassInfo> classes = new ArrayList<>(program.classes());
    Questions ask = new Questions(hierarchy, FactBook.of(hierarchy, List.of()), classes);
    return LineFacts.of(ask).stream()
        .map(f -> new Known(f.site().file(), f.site().line(), f.text()))
        .toList();
  }
}

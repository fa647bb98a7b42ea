package org.lockkeeper.check;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.sharing.Intent;

/** The whole compilation, and what is known of it. */
public final class ModuleView {
  private final Questions questions;
  private final Settings settings;

  ModuleView(Questions questions, Settings settings) {
    this.questions = questions;
    this.settings = settings;
  }

  /** The classes under analysis. */
  public List<ClassView> classes() {
    List<ClassView> all = new ArrayList<>();
    questions.flows().classes().forEach(c -> all.add(new ClassView(this, c)));
    return all;
  }

  /** Every method, solved. */
  public Flows flows() {
    return questions.flows();
  }

  /** Who uses which field. */
  public FieldUses fields() {
    return questions.fields();
  }

  /** The intent gate. */
  public Intent intent() {
    return questions.intent();
  }

  /** Everything else that flow can answer. */
  public Questions ask() {
    return questions;
  }

  /** Whether unknown code is taken for the worst. */
  public boolean strict() {
    return settings.strict();
  }

  /** Java release that the code will run on; 0 when unknown. */
  public int release() {
    return settings.release();
  }
}

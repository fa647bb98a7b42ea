package org.lockkeeper.cooperation;

import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Pipelines;
import org.lockkeeper.ir.MethodRef;

/**
 * Streams without an end of their own whose elements are taken out of a container: they go on as
 * long as others fill it.
 */
final class Drawn {
  private final MethodFlow flow;
  private final Knowledge knowledge;
  private final FactBook book;
  private final Handoffs handoffs;
  private final FieldUses uses;

  Drawn(MethodFlow flow, Knowledge knowledge, FactBook book, Handoffs handoffs, FieldUses uses) {
    this.flow = flow;
    this.knowledge = knowledge;
    this.book = book;
    this.handoffs = handoffs;
    this.uses = uses;
  }

  /** Whether the pipeline that a call ends starts with such a stream, and no number cuts it. */
  boolean endless(int n) {
    for (Pipelines.Stage stage : Pipelines.stages(n, flow)) {
      for (Fact.ReturnsTrait f : book.all(Fact.ReturnsTrait.class, stage.call().method())) {
        if (f.trait() == Trait.ENDLESS) {
          return draws(stage);
        }
        if (f.trait() == Trait.LIMITED && !book.says(Fact.Runs.class, stage.call().method())) {
          return false;
        }
      }
    }
    return false;
  }

  private boolean draws(Pipelines.Stage source) {
    return handoffs.of(source.call(), source.number(), flow).stream()
        .anyMatch(h -> bound(h) || takes(h.target().ref()));
  }

  /** {@code queue::poll} */
  private boolean bound(Handoffs.Handoff h) {
    return h.receiver()
        && removes(h.target().ref())
        && h.args()[0] instanceof Sym.At at
        && shared(at);
  }

  private boolean takes(MethodRef function) {
    return knowledge.summary(function).accesses().stream()
        .filter(a -> a.call() != null && removes(a.call()))
        .anyMatch(a -> shared(new Sym.At(a.target(), -1)));
  }

  private boolean removes(MethodRef method) {
    return book.says(Fact.Removes.class, method);
  }

  private boolean shared(Sym.At container) {
    return uses.traits(container.place(), flow).contains(Trait.CONCURRENT);
  }
}

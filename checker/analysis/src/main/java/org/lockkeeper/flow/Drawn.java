package org.lockkeeper.flow;

import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.facts.FactBook;
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
    for (Handoffs.Handoff h : handoffs.of(source.call(), source.number(), flow)) {
      boolean bound = h.receiver() && h.args().length > 0 && removes(h.target().ref());
      if (bound && h.args()[0] instanceof Sym.At at && shared(at) || takes(h.target().ref())) {
        return true;
      }
    }
    return false;
  }

  private boolean takes(MethodRef function) {
    for (Access a : knowledge.summary(function).accesses()) {
      if (a.call() != null && removes(a.call()) && shared(new Sym.At(a.target(), -1))) {
        return true;
      }
    }
    return false;
  }

  private boolean removes(MethodRef method) {
    return book.says(Fact.Removes.class, method);
  }

  private boolean shared(Sym.At container) {
    return uses.traits(container.place(), flow).contains(Trait.CONCURRENT);
  }
}

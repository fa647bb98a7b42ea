package org.lockkeeper.flow;

import java.util.List;
import java.util.Optional;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * What a loop or a search finds in an array or container.
 *
 * @param whole the array or container
 * @param way from the element to what is meant, such as its lock
 */
public record Element(Place whole, List<Step> way) {

  /** Empty for other places. */
  public static Optional<Element> of(Place place, MethodFlow flow) {
    if (place.root() instanceof Root.Unknown found) {
      Sym[] args = flow.callOf(found).isPresent() ? flow.args(found.op()) : new Sym[0];
      return args.length > 0 && args[0] instanceof Sym.At at
          ? Optional.of(new Element(Parts.container(at.place()), place.path()))
          : Optional.empty();
    }
    Place element = place;
    while (!element.path().isEmpty() && !Parts.isElement(element)) {
      element = element.parent();
    }
    return element.path().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Element(
                Parts.container(element.parent()),
                place.path().subList(element.path().size(), place.path().size())));
  }
}

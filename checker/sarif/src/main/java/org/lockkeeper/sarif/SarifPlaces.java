package org.lockkeeper.sarif;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.CodeFlow;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.LogicalLocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Region;
import com.contrastsecurity.sarif.ThreadFlow;
import com.contrastsecurity.sarif.ThreadFlowLocation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.lockkeeper.check.Evidence;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Interleaving;
import org.lockkeeper.check.Interleaving.Step;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;

/** Sites, evidence and interleavings as SARIF locations and code flows. */
final class SarifPlaces {

  /** What relative URIs start from. */
  static final String BASE = "%SRCROOT%";

  private final Declarations declarations;
  private final SourceFiles sources;

  SarifPlaces(Declarations declarations, SourceFiles sources) {
    this.declarations = declarations;
    this.sources = sources;
  }

  /** A site with its declaration. */
  Location location(Site site) {
    PhysicalLocation physical = new PhysicalLocation().withArtifactLocation(artifact(site.file()));
    if (site.line() > 0) {
      Region region = new Region().withStartLine(site.line());
      physical.setRegion(site.column() > 0 ? region.withStartColumn(site.column()) : region);
    }
    return new Location()
        .withPhysicalLocation(physical)
        .withLogicalLocations(Set.of(logical(site.in())));
  }

  /** A file: relative to the base where it can be, absolute elsewhere. */
  ArtifactLocation artifact(String file) {
    Optional<String> relative = sources.relative(file);
    if (relative.isPresent()) {
      return new ArtifactLocation().withUri(encoded(relative.get())).withUriBaseId(BASE);
    }
    String absolute = sources.path(file).map(p -> p.toUri().toString()).orElse(encoded(file));
    return new ArtifactLocation().withUri(absolute);
  }

  /** The evidence, numbered from 1. */
  Set<Location> related(Finding finding) {
    Set<Location> all = new LinkedHashSet<>();
    for (Evidence evidence : finding.evidence()) {
      all.add(told(evidence.site(), evidence.text()).withId(all.size() + 1));
    }
    return all;
  }

  /** One flow that has a thread flow for each thread; {@code null} when no thread is known. */
  List<CodeFlow> flows(Finding finding) {
    int count = Math.max(2, finding.interleaving().map(o -> o.threads().size()).orElse(2));
    List<ThreadFlow> threads =
        IntStream.rangeClosed(1, count)
            .mapToObj(thread -> thread(finding, thread))
            .flatMap(Optional::stream)
            .toList();
    return threads.isEmpty() ? null : List.of(new CodeFlow().withThreadFlows(threads));
  }

  private Optional<ThreadFlow> thread(Finding finding, int thread) {
    List<Step> steps = finding.interleaving().map(Interleaving::steps).orElse(List.of());
    List<ThreadFlowLocation> all = new ArrayList<>();
    for (Evidence evidence : finding.evidence()) {
      if (evidence.thread() == thread && steps.stream().noneMatch(s -> shows(s, evidence))) {
        all.add(new ThreadFlowLocation().withLocation(told(evidence.site(), evidence.text())));
      }
    }
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.thread() == thread) {
        String remark = step.remark().isEmpty() ? "" : " -- " + step.remark();
        all.add(
            new ThreadFlowLocation()
                .withLocation(told(step.site(), step.text() + remark))
                .withExecutionOrder(i + 1));
      }
    }
    List<String> titles = finding.interleaving().map(Interleaving::threads).orElse(List.of());
    String title = thread <= titles.size() ? titles.get(thread - 1) : "thread " + thread;
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new ThreadFlow().withId(title).withLocations(all));
  }

  private static boolean shows(Step step, Evidence evidence) {
    return step.thread() == evidence.thread() && step.site().sameLine(evidence.site());
  }

  private Location told(Site site, String text) {
    return location(site).withMessage(new Message().withText(text));
  }

  private LogicalLocation logical(MethodRef in) {
    MethodRef declared = declarations.of(in);
    return new LogicalLocation()
        .withName(declared.name())
        .withFullyQualifiedName(declarations.qualified(in))
        .withKind("function");
  }

  private static String encoded(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }
}

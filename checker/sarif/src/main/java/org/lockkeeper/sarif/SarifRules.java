package org.lockkeeper.sarif;

import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.ReportingDescriptorReference;
import com.contrastsecurity.sarif.ReportingDescriptorRelationship;
import com.contrastsecurity.sarif.ToolComponent;
import com.contrastsecurity.sarif.ToolComponentReference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Report;
import org.lockkeeper.check.Severity;

/** The checks as SARIF rules, and the catalogue entries that they correspond to. */
final class SarifRules {

  private static final String CWE = "CWE-";

  private final Report report;
  private final List<String> names;
  private final Function<About, Optional<String>> pages;

  SarifRules(Report report, Function<About, Optional<String>> pages) {
    this.report = report;
    this.pages = pages;
    this.names = report.abouts().stream().map(About::name).toList();
  }

  /** The position of a check among the rules; {@code null} when it is not among them. */
  Integer index(String check) {
    int index = names.indexOf(check);
    return index < 0 ? null : index;
  }

  /** The tool with its rules. */
  ToolComponent driver(String version) {
    Set<ReportingDescriptor> rules = new LinkedHashSet<>();
    report.abouts().forEach(about -> rules.add(rule(about)));
    return new ToolComponent().withName("Lockkeeper").withVersion(version).withRules(rules);
  }

  /** The part of the Common Weakness Enumeration that the rules refer to; {@code null} for none. */
  Set<ToolComponent> taxonomies() {
    Set<String> ids = new TreeSet<>();
    report.abouts().forEach(about -> ids.addAll(weaknesses(about)));
    if (ids.isEmpty()) {
      return null;
    }
    Set<ReportingDescriptor> taxa = new LinkedHashSet<>();
    ids.forEach(id -> taxa.add(new ReportingDescriptor().withId(id)));
    return Set.of(new ToolComponent().withName("CWE").withOrganization("MITRE").withTaxa(taxa));
  }

  private ReportingDescriptor rule(About about) {
    Severity severity = report.severities().getOrDefault(about.name(), about.severity());
    MultiformatMessageString sentence = new MultiformatMessageString().withText(about.sentence());
    Set<ReportingDescriptorRelationship> relations = relations(about);
    return new ReportingDescriptor()
        .withId(about.name())
        .withName(about.name())
        .withShortDescription(sentence)
        .withFullDescription(sentence)
        .withHelp(help(about))
        .withDefaultConfiguration(configuration(severity))
        .withRelationships(relations.isEmpty() ? null : relations)
        .withProperties(properties(about, severity));
  }

  private MultiformatMessageString help(About about) {
    return new MultiformatMessageString()
        .withText(about.sentence() + ". See " + about.page())
        .withMarkdown(pages.apply(about).orElse(about.sentence()));
  }

  private static ReportingConfiguration configuration(Severity severity) {
    return new ReportingConfiguration()
        .withEnabled(severity != Severity.OFF)
        .withLevel(
            switch (severity) {
              case ERROR -> ReportingConfiguration.Level.ERROR;
              case WARNING -> ReportingConfiguration.Level.WARNING;
              case NOTE, OFF -> ReportingConfiguration.Level.NOTE;
            });
  }

  private static PropertyBag properties(About about, Severity severity) {
    Set<String> tags = new LinkedHashSet<>(List.of("concurrency"));
    tags.addAll(about.aliases());
    // The form in which code hosts recognise weaknesses.
    weaknesses(about).forEach(id -> tags.add("external/cwe/cwe-" + id));
    return new PropertyBag()
        .withTags(tags)
        .withAdditionalProperty("page", about.page())
        .withAdditionalProperty(
            "problem.severity",
            switch (severity) {
              case ERROR, WARNING -> severity.name().toLowerCase(Locale.ROOT);
              case NOTE, OFF -> "recommendation";
            });
  }

  private static Set<ReportingDescriptorRelationship> relations(About about) {
    Set<ReportingDescriptorRelationship> relations = new LinkedHashSet<>();
    for (String id : weaknesses(about)) {
      relations.add(
          new ReportingDescriptorRelationship()
              .withKinds(Set.of("superset"))
              .withTarget(
                  new ReportingDescriptorReference()
                      .withId(id)
                      .withToolComponent(new ToolComponentReference().withName("CWE"))));
    }
    return relations;
  }

  private static List<String> weaknesses(About about) {
    return about.aliases().stream()
        .filter(alias -> alias.startsWith(CWE))
        .map(alias -> alias.substring(CWE.length()))
        .toList();
  }
}

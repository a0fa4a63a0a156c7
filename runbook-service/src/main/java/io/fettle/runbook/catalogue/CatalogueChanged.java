package io.fettle.runbook.catalogue;

/** Fired in this process after the runbooks of an organisation were changed and the change is committed. */
public record CatalogueChanged(int org) {}

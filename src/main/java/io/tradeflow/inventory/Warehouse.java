package io.tradeflow.inventory;

import io.tradeflow.kernel.Address;

public record Warehouse(String code, String name, String branchCode, Address address) {}

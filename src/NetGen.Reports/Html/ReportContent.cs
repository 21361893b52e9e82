namespace NetGen.Reports;

/// <summary>All that a page shows.</summary>
internal sealed record ReportContent
{
    /// <summary>The title of the page.</summary>
    public required string Title { get; init; }

    /// <summary>The network, as it is now.</summary>
    public required Network Network { get; init; }

    /// <summary>The epochs so far.</summary>
    public required IReadOnlyList<EpochResult> Epochs { get; init; }

    /// <summary>Where the run stands, such as "epoch 3 of 10" or "finished".</summary>
    public required string State { get; init; }

    /// <summary>The time at which the page is written.</summary>
    public required DateTimeOffset Written { get; init; }

    /// <summary>The steps of the fit; null where they were not heard of.</summary>
    public StepLog? Steps { get; init; }

    /// <summary>What the network gives for the evaluation set; null without one.</summary>
    public EvaluatedSet? Evaluated { get; init; }

    /// <summary>The names of the classes.</summary>
    public ClassLabels Classes { get; init; } = new([]);

    /// <summary>The table of the layers, as text; null where it was not given.</summary>
    public string? Summary { get; init; }

    /// <summary>The settings of the run.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>What the layers give for the first sample of the evaluation set; null where the network does not tell.</summary>
    public IReadOnlyList<LayerActivation>? Activations { get; init; }
}

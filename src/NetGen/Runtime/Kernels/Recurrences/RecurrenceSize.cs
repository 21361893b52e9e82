namespace NetGen.Runtime;

/// <summary>The loop of a recurrent layer.</summary>
/// <param name="steps">Steps of a sample.</param>
/// <param name="hidden">Units of the state.</param>
/// <param name="panelUnits">Units of a panel of the weight: a divisor of <see cref="Units"/>.</param>
/// <param name="gatesOfPanel">Their gates in a panel: all, or one.</param>
/// <param name="isReversed">Whether the last step comes first.</param>
public readonly struct RecurrenceSize(int steps, int hidden, int panelUnits, int gatesOfPanel, bool isReversed = false)
{
    internal int Steps { get; } = steps;

    internal int Hidden { get; } = hidden;

    internal int PanelUnits { get; } = panelUnits;

    internal int GatesOfPanel { get; } = gatesOfPanel;

    internal bool IsReversed { get; } = isReversed;

    /// <summary>The units with padding: floats from one gate to the next.</summary>
    internal int Units => (Hidden + AlignedBlock.FloatsPerLine - 1) / AlignedBlock.FloatsPerLine * AlignedBlock.FloatsPerLine;

    /// <summary>The step that comes at this place of the loop.</summary>
    internal int Step(int place) => IsReversed ? Steps - 1 - place : place;
}

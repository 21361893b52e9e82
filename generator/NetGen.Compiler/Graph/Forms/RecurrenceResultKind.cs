namespace NetGen.Compiler.Graph;

/// <summary>What a <see cref="Recurrence"/> or a <see cref="RecurrenceGradient"/> gives besides its value.</summary>
internal enum RecurrenceResultKind
{
    /// <summary>Of the loop: the state behind it, [hidden].</summary>
    Last,

    /// <summary>Of the loop: the cell's state behind it, [hidden].</summary>
    LastCell,

    /// <summary>Of the loop: the state before each step, [steps, hidden].</summary>
    Before,

    /// <summary>Of the loop: what the cell's gradient reads, [steps, saved · units].</summary>
    Saved,

    /// <summary>Of the gradient: that by the products of the states, [steps, columns].</summary>
    HiddenGradient,

    /// <summary>Of the gradient: that by the state to begin with, [hidden].</summary>
    StateGradient,

    /// <summary>Of the gradient: that by the cell's state to begin with, [hidden].</summary>
    CellGradient,
}

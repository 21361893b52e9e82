namespace NetGen.Compiler.Graph;

/// <summary>What an operand is to a <see cref="Recurrence"/>.</summary>
internal enum RecurrenceOperand
{
    /// <summary>The products of all steps' inputs.</summary>
    Gates,

    /// <summary>The weight of the states.</summary>
    Panels,

    /// <summary>What is added to the products of the states.</summary>
    Bias,

    /// <summary>The state to begin with.</summary>
    State,

    /// <summary>The cell's state to begin with.</summary>
    Cell,

    /// <summary>Which steps are true.</summary>
    Mask,
}

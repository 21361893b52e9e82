namespace NetGen.Compiler.Graph;

/// <summary>The loop of a recurrent layer in one direction.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Hidden">Units of the state.</param>
/// <param name="IsReversed">Whether the last step comes first.</param>
internal sealed record RecurrenceGeometry(RecurrentCell Cell, int Hidden, bool IsReversed)
{
    /// <summary>A panel has about so many columns, as many as a panel of a product.</summary>
    private const int PanelColumns = 64;

    /// <summary>The units with padding, so that each gate of a row begins at a vector.</summary>
    public int Units => TensorShape.RoundUp(Hidden);

    /// <summary>Columns of all gates.</summary>
    public int Columns => Cell.Gates * Units;

    /// <summary>
    /// Gates in a panel of the weight: all, so that a panel gives whole units; or one, where they do not divide a panel, and those of the
    /// other gates follow it.
    /// </summary>
    public int GatesOfPanel => PanelColumns % Cell.Gates == 0 ? Cell.Gates : 1;

    /// <summary>Units of a panel: as many as fill it.</summary>
    public int PanelUnits
    {
        get
        {
            int units = PanelColumns / GatesOfPanel;
            while (Units % units != 0)
                units -= TensorShape.Alignment;
            return units;
        }
    }

    /// <summary>The weight as the loop reads it: [panels, hidden, columns of a panel].</summary>
    public TensorShape Panels =>
        TensorShape.Unbatched(Units / PanelUnits * PanelsOfUnits, Hidden, GatesOfPanel * PanelUnits);

    /// <summary>Panels that have the gates of the same units.</summary>
    public int PanelsOfUnits => Cell.Gates / GatesOfPanel;

    public override string ToString() => $"{Cell} of {Hidden}{(IsReversed ? ", last step first" : "")}";
}

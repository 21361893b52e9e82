namespace NetGen.Data;

/// <summary>A data set whose samples were made from rows, pictures or texts, and that says how.</summary>
public interface IPreparedDataSet : IDataSet
{
    /// <summary>What made the samples, to be saved with the weights.</summary>
    Preparation Preparation { get; }
}
